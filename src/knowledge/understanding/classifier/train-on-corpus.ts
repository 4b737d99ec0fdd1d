import type { Library } from '../corpus/training-corpus.js';
import { isTrainable, type Model, type NumberedLine, trainModel } from './train-model.js';

/** Trains the classifier on the lines of a library that `use` lets through, if there are enough examples for one. */
export function* teach(
  library: Library,
  use: (line: NumberedLine) => boolean = () => true,
): Generator<void, Model | undefined> {
  const lines = library
    .numbers()
    .flatMap((number): NumberedLine[] => {
      const line = library.line(number);
      return line ? [{ ...line, number, kind: library.intents.get(line.intent)?.kind ?? 'outside' }] : [];
    })
    .filter(use);
  return isTrainable(lines) ? yield* trainModel(library.store, lines) : undefined;
}
