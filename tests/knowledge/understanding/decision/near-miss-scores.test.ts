import { createTrainingCorpus } from '../../../../src/knowledge/understanding/corpus/training-corpus.js';
import { nearMissScores } from '../../../../src/knowledge/understanding/decision/near-miss-scores.js';
import { thresholdsFor } from '../../../../src/knowledge/understanding/decision/thresholds.js';
import type { Intent } from '../../../../src/knowledge/understanding/intent.js';
import { type Index, loadIndex, openIndex } from '../../../../src/knowledge/understanding/open-index.js';
import { run } from '../../../../src/knowledge/understanding/slices.js';

const english = (id: string, kind: Intent['kind'], examples: readonly string[]): Intent => ({
  id,
  kind,
  texts: { en: { title: id, examples } },
});
const every = (beginnings: readonly string[], ends: readonly string[]) =>
  beginnings.flatMap((beginning) => ends.map((end) => `${beginning} ${end}`));

const asking = [
  ...['how do I', 'where can I', 'I would like to', 'please help me to', 'is it possible to', 'we need to'],
  ...[
    'can I',
    'show me how to',
    'what must I do to',
    'may I',
    'I am trying to',
    'I have to',
    'how can we',
    'I want to',
  ],
];
const articles = [
  english('returns', 'article', every(asking, ['return a parcel', 'send my shoes back', 'print a return label'])),
  english('delivery', 'article', every(asking, ['follow my delivery', 'change the delivery day', 'see where it is'])),
];
const many = [
  ...articles,
  english('payment', 'article', every(asking, ['pay by card', 'split a bill', 'use my voucher'])),
];
const own = articles.flatMap(({ texts }) => texts.en?.examples ?? []);
/** What the articles answer, but for a word at the end that no other line has: hardly to be told apart. */
const near = english(
  'outside:near',
  'outside',
  own
    .filter((_, i) => i % 3 > 0)
    .map((line, i) => `${line} ${'bdfgklmnprst'[i % 12]}${'aeiou'[i % 5]}${'vwxzjh'[Math.floor(i / 12)]}o`),
);
const far = english(
  'outside:far',
  'outside',
  every(
    ['will tomorrow bring', 'what causes', 'tell us about', 'who invented', 'sing of', 'a poem on'],
    ['rain', 'snow', 'thunder', 'the moon', 'volcanoes', 'comets', 'tides', 'winter', 'clouds'],
  ),
);
const scopesOf = (outside: Intent) => {
  const library = createTrainingCorpus({});
  for (const intent of [...many, outside]) library.add(intent);
  return run(nearMissScores(library));
};

test('out-of-scope lines add to the near misses; each has a probability', () => {
  const [with50, without] = [scopesOf(near), scopesOf(english('outside:few', 'outside', ['rain tomorrow']))];
  expect(with50?.length).toBeGreaterThan(without?.length ?? 0);
  expect(Array.from(with50 ?? []).every((each) => each >= 0 && each <= 1)).toBe(true);
});

test('a smaller budget means higher thresholds', () => {
  const scopes = scopesOf(far);
  expect(thresholdsFor(0.01, scopes, true).answer).toBeGreaterThan(thresholdsFor(0.05, scopes, true).answer);
  expect(thresholdsFor(0.03, scopes, true).answer).toBeGreaterThanOrEqual(thresholdsFor(0.03, scopes, true).offer);
});

test('without out-of-scope lines the articles that are taken away are near misses enough', () => {
  expect(scopesOf(english('outside:few', 'outside', ['rain tomorrow', 'snow today']))?.length).toBeGreaterThan(50);
});

test('with two articles, or a few examples, the usual thresholds hold', () => {
  for (const intents of [articles, many.map((intent) => english(intent.id, 'article', ['one', 'two', 'three']))]) {
    const corpus = createTrainingCorpus({});
    for (const intent of intents) corpus.add(intent);
    expect(run(nearMissScores(corpus))).toBeUndefined();
  }
});

test('an index that has settled answers fewer near misses, also when it was saved', async () => {
  const index = openIndex([...many, near]);
  const answered = (of: Index) => own.filter((line) => of.judge(`${line} quaxi`).kind === 'answer').length;
  const before = answered(index);
  await index.settle(async () => undefined);
  expect(answered(index)).toBeLessThan(before);
  expect(answered(loadIndex(index.save()))).toBe(answered(index));
});
