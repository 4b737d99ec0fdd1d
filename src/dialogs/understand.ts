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

export function openUnderstanding(index: Index, languages: readonly string[]): Understanding {
  // A turn's words have gone through the same cut at the door; here it also guards the commands. Cutting twice changes nothing.
  return {
    language: (text, hint) => detectLanguage(cutSecrets(text).text, { languages, hint }),
    verdict: (text, hint) => index.judge(cutSecrets(text).text, { language: hint }),
  };
}
