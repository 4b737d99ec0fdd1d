import { cutSecrets } from '../../channels/secrets/cut-secrets.js';
import type { Index } from '../../knowledge/understanding/open-index.js';
import type { Detected } from '../../knowledge/understanding/text/detect-language.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { askedParts, saidParts } from './asked-parts.js';
import { surestVerdict } from './surest-verdict.js';

/**
 * How words are understood: the path that a turn, `ask` and `evaluate` share. The hint is the language of the
 * conversation or of the channel's locale; the words may be in another one.
 */
export interface Understanding {
  language(text: string, hint: string): Detected;
  /** @param detected the language that it is in, where that is known already */
  verdict(text: string, hint: string, detected?: string): Verdict;
}

/** By the index as it is now; of words whose secrets were cut out already, as at the door of a turn. */
export function openUnderstanding(index: () => Index): Understanding {
  return {
    language: (text, hint) => index().language(saidParts(text).join('\n'), hint),
    verdict: (text, hint, detected) =>
      surestVerdict(askedParts(text).map((part) => index().judge(part, { language: hint, detected }))),
  };
}

/** Of words as they were typed: cuts the secrets out first, as a turn does. */
export function understandTyped({ language, verdict }: Understanding): Understanding {
  return {
    language: (text, hint) => language(cutSecrets(text).text, hint),
    verdict: (text, hint) => verdict(cutSecrets(text).text, hint),
  };
}

/** As one turn understands: what language words are in is found out once. */
export function understandOnce({ language, verdict }: Understanding): Understanding {
  let last: { readonly text: string; readonly hint: string; readonly detected: Detected } | undefined;
  return {
    language: (text, hint) => {
      if (last?.text !== text || last.hint !== hint) last = { text, hint, detected: language(text, hint) };
      return last.detected;
    },
    verdict: (text, hint) =>
      verdict(text, hint, last?.text === text && last.hint === hint ? last.detected.language : undefined),
  };
}
