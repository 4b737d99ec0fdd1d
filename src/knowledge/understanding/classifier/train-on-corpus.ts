import type { TrainingCorpus } from '../corpus/training-corpus.js';
import { isTrainable, type Model, type NumberedExample, trainModel } from './train-model.js';

/** Trains the classifier on the lines of a library that `use` lets through, if there are enough examples for one. */
export function* trainOnCorpus(
  library: TrainingCorpus,
  use: (line: NumberedExample) => boolean = () => true,
): Generator<void, Model | undefined> {
  const lines = library
    .numbers()
    .flatMap((number): NumberedExample[] => {
      const line = library.example(number);
      return line ? [{ ...line, number, kind: library.intents.get(line.intent)?.kind ?? 'outside' }] : [];
    })
    .filter(use);
  return isTrainable(lines) ? yield* trainModel(library.store, lines) : undefined;
}
