import { cutSecrets } from '../channels/cut-secrets.js';
import { type Detected, detectLanguage } from '../knowledge/understanding/detect-language.js';
import type { Index } from '../knowledge/understanding/open-index.js';
import type { Verdict } from '../knowledge/understanding/verdict.js';

/**
 * How words are understood: the path that a turn, `ask` and `evaluate` share. The hint is the language of the
 * conversation or of the channel's locale; the words may be in another one.
 */
export interface Understanding {
  language(text: string, hint: string): Detected;
  verdict(text: string, hint: string): Verdict;
}

/** By the index as it is now; of words whose secrets were cut out already, as at the door of a turn. */
export function openUnderstanding(index: () => Index, languages: readonly string[]): Understanding {
  return {
    language: (text, hint) => detectLanguage(text, { languages, hint }),
    verdict: (text, hint) => index().judge(text, { language: hint }),
  };
}

/** Of words as they were typed: cuts the secrets out first, as a turn does. */
export function understandTyped({ language, verdict }: Understanding): Understanding {
  return {
    language: (text, hint) => language(cutSecrets(text).text, hint),
    verdict: (text, hint) => verdict(cutSecrets(text).text, hint),
  };
}
