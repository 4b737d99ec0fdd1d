import type { TrainingCorpus } from '../corpus/training-corpus.js';
import { isTrainable, type Model, type NumberedExample, trainModel } from './train-model.js';

/** Trains the classifier on the lines of a corpus that `use` lets through, if there are enough examples for one. */
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
  return isTrainable(lines) ? yield* trainModel(corpus.store, lines) : undefined;
}
