import { swapAction } from '../../../../src/knowledge/understanding/corpus/swap-action.js';
import { createTrainingCorpus } from '../../../../src/knowledge/understanding/corpus/training-corpus.js';
import type { TrainingExample } from '../../../../src/knowledge/understanding/corpus/training-examples-of.js';
import { actionsOf } from '../../../../src/knowledge/understanding/text/actions-of.js';

const corpus = createTrainingCorpus({});
corpus.add({
  id: 'inbox',
  kind: 'article',
  texts: { en: { title: 'Create an inbox', examples: ['how do I create an inbox', 'I want to set up an inbox'] } },
});
const example = (text: string): TrainingExample => ({ intent: 'inbox', language: 'en', text, role: 'example' });
const actions = (text: string) => actionsOf(corpus.reader.maker('en'), corpus.reader.read(text, 'en').whole.words);

test.each([
  ['how do I create an inbox', ['create']],
  ['I have deleted an inbox and need to get it back', ['delete', 'restore']],
  ['is this an inbox', []],
])('"%s" wants %j', (text, wanted) => {
  expect(actions(text)).toEqual(wanted);
});

test.each([
  ['en', 'how do I create an inbox before the import', ['create']],
  ['en', 'while importing, how do I create an inbox', ['create']],
  ['fr', "avant l'import il faut créer une boîte", ['create']],
  ['de', 'vor dem Import ein Postfach anlegen', ['create']],
  ['es', 'crear una bandeja antes de la importación', ['create']],
  ['en', 'should I delete the inbox tomorrow', ['delete']],
])('what only tells when is no task (%s): "%s"', (language, text, wanted) => {
  expect(actionsOf(corpus.reader.maker(language), corpus.reader.read(text, language).whole.words)).toEqual(wanted);
});

test('a word inside a name of the trade is no action', () => {
  const named = createTrainingCorpus({ en: { synonyms: { field: ['custom colour field'] } } });
  const maker = named.reader.maker('en');
  expect(actionsOf(maker, ['a', 'custom', 'colour', 'field'])).toEqual([]);
  expect(actionsOf(maker, ['change', 'the', 'colour'])).toContain('customise');
});

test('the same object with a task that the guide does not do is a near miss', () => {
  const misses = [0, 1, 2].map((n) => swapAction(corpus, example('how do I create an inbox'), n) ?? '');
  expect(new Set(misses).size).toBe(3);
  for (const miss of misses) {
    expect(miss).toMatch(/^how do i \w+ an inbox$/);
    expect(actions(miss)).not.toContain('create');
  }
});

test('an example that names no task has none', () => {
  expect(swapAction(corpus, example('inbox please'), 0)).toBeUndefined();
});
