import { otherTasks } from '../corpus/other-tasks.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import { settings } from '../settings.js';
import { spread } from '../spread.js';
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
  const hasExamples = corpus.hasExamples();
  const learned = hasExamples ? lines : withOneArticle(lines);
  if (!isTrainable(learned)) return undefined;
  return yield* trainModel(corpus.store, learned, hasExamples ? otherTasks(corpus, lines) : []);
}

function withOneArticle(lines: readonly NumberedExample[]): readonly NumberedExample[] {
  const ofArticles = lines.filter(({ kind, role }) => kind === 'article' && role !== 'not');
  return [
    ...lines.filter(({ kind }) => kind !== 'article'),
    ...spread(ofArticles, settings.mostArticleLines).map((line) => ({ ...line, intent: ANY_ARTICLE })),
  ];
}
