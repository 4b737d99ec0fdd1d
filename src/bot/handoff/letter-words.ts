import type { Words } from '../../dialogs/phrases/words.js';
import type { LetterWords } from '../../handoff/letter.js';

/** What is said to the team, in its language. */
export function letterWords(t: Words): LetterWords {
  return (key, values = {}) => t(`letter.${key}`, values);
}
