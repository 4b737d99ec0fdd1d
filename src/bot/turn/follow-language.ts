import type { Inbound } from '../../channels/inbound.js';
import type { Memory } from '../../dialogs/memory.js';
import type { Understanding } from '../../dialogs/routing/understand.js';

/** How sure the language of an utterance must be before the conversation follows it. */
const SURE = 0.75;

/**
 * The language to answer in: the one that was asked for, else the one that is typed, else the one spoken before. Names,
 * addresses and pasted lists say nothing about it, and a language without sentences is answered in the one before.
 * @param spoken the languages that have sentences
 * @param hint the conversation's language so far, or the channel's
 */
export function followLanguage(
  { languageChosen, open }: Memory,
  inbound: Inbound,
  hint: string,
  understanding: Pick<Understanding, 'language'>,
  spoken: readonly string[],
): string {
  const isFixed = languageChosen || (open !== undefined && open.expects !== 'choice');
  if (isFixed || inbound.kind !== 'utterance') return hint;
  const typed = understanding.language(inbound.text, hint);
  return typed.confidence >= SURE && spoken.includes(typed.language) ? typed.language : hint;
}

/** Our language that a channel's locale names (`fr-CA` → `fr`), if any. */
export function languageOfLocale(locale: string | undefined, spoken: readonly string[]): string | undefined {
  const code = locale?.split('-')[0]?.toLowerCase();
  return spoken.find((language) => language === code);
}
