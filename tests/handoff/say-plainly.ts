import type { LetterWords } from '../../src/handoff/letter';

/** The keys themselves, with what is filled in. */
export const sayPlainly: LetterWords = (key, values) => [key, ...Object.values(values ?? {}).map(String)].join(' ');
