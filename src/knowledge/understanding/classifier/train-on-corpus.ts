import { swapAction } from '../corpus/swap-action.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import type { QueryFeatures } from '../retrieval/example-store.js';
import { settings } from '../settings.js';
import { spread } from '../spread.js';
import { textFeatures } from '../text/text-features.js';
import { isTrainable, type Model, type NumberedExample, trainModel } from './train-model.js';

/** What all articles together are to a classifier where they have too few examples for a class each. */
export const ANY_ARTICLE = '~article';

/**
 * Trains the classifier on the lines of a corpus that `use` lets through, if there are enough examples for one. Articles
 * without examples are one class, so that it tells what asks for an article from commands and from what is outside.
 */
export function* trainOnCorpus(
  corpus: TrainingCorpus,
  use: (line: NumberedExample) => boolean = () => true,
): Generator<void, Model | undefined> {
  const lines = corpus
    .numbers()
    .flatMap((number): NumberedExample[] => {
      const line = corpus.example(number);
      return line ? [{ ...line, number, kind: corpus.intents.get(line.intent)?.kind ?? 'outside' }] : [];
    })
    .filter(use);
  if (!corpus.hasExamples()) {
    const learned = withOneArticle(lines);
    return isTrainable(learned) ? yield* trainModel(corpus.store, learned, []) : undefined;
  }
  return isTrainable(lines) ? yield* trainModel(corpus.store, lines, otherTasks(corpus, lines)) : undefined;
}

/**
 * What asks for another task with an article's object, made of its examples (see `swapAction`): "how do I rename an inbox"
 * teaches that "inbox" alone is not what the guide for creating one answers. Only where there are out-of-scope lines:
 * without them, there is no class that such a line could belong to.
 */
function otherTasks(corpus: TrainingCorpus, lines: readonly NumberedExample[]): readonly QueryFeatures[] {
  if (!lines.some(({ kind }) => kind === 'outside')) return [];
  const examples = new Map<string, NumberedExample[]>();
  for (const line of lines)
    if (line.kind === 'article' && line.role === 'example') {
      const key = `${line.language} ${line.intent}`;
      const held = examples.get(key);
      if (held) held.push(line);
      else examples.set(key, [line]);
    }
  return [...examples.values()].flatMap((of) =>
    spread(of, settings.mostOtherTasks).flatMap((line, i) => {
      const text = swapAction(corpus, line, i);
      if (text === undefined) return [];
      const { whole } = corpus.reader.read(text, line.language);
      return [corpus.store.lookUp((sink) => void textFeatures(corpus.reader.maker(line.language), whole, sink))];
    }),
  );
}

function withOneArticle(lines: readonly NumberedExample[]): readonly NumberedExample[] {
  const ofArticles = lines.filter(({ kind, role }) => kind === 'article' && role !== 'not');
  return [
    ...lines.filter(({ kind }) => kind !== 'article'),
    ...spread(ofArticles, settings.mostArticleLines).map((line) => ({ ...line, intent: ANY_ARTICLE })),
  ];
}
