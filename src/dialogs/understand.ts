import { cutSecrets } from '../channels/cut-secrets.js';
import { detectLanguage } from '../knowledge/understanding/detect-language.js';
import type { Index } from '../knowledge/understanding/open-index.js';
import type { Verdict } from '../knowledge/understanding/verdict.js';

export interface Understanding {
  /** The utterance as everything behind the door sees it. */
  readonly text: string;
  readonly verdict: Verdict;
  readonly language: string;
  /** 0…1; low when the words could be of any language, and the hint was taken. */
  readonly languageConfidence: number;
}

/**
 * What an utterance means: the path that a turn, `ask` and `evaluate` share.
 * @param hint the language of the conversation or of the channel's locale; the utterance may be in another one
 */
export function understand(typed: string, hint: string, index: Index, languages: readonly string[]): Understanding {
  const { text } = cutSecrets(typed);
  const { language, confidence } = detectLanguage(text, { languages, hint });
  return { text, verdict: index.judge(text, { language: hint }), language, languageConfidence: confidence };
}
