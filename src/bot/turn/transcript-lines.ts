import { type Activity, ActivityTypes } from 'botbuilder';
import { cardTexts } from '../../channels/adaptive-card.js';
import type { TranscriptLine } from '../../handoff/case.js';

/** The longest line that is kept, in UTF-16 units. */
const LONGEST_LINE = 4000;

/** What was said by both sides in a turn, so that a hand-off carries it; secrets are gone by now. */
export function transcriptLines(
  { type, text }: Partial<Activity>,
  said: readonly Partial<Activity>[],
  at: string,
): readonly TranscriptLine[] {
  const line = (from: TranscriptLine['from'], words: string): readonly TranscriptLine[] =>
    words ? [{ at, from, text: words.slice(0, LONGEST_LINE) }] : [];
  const isSaid = type === ActivityTypes.Message || type === ActivityTypes.MessageUpdate;
  const asked = isSaid ? line('customer', text ?? '') : [];
  return [...asked, ...said.flatMap((activity) => line('assistant', wordsOf(activity)))];
}

/** What an activity says, also when a card says it. */
function wordsOf({ text, attachments = [] }: Partial<Activity>): string {
  if (text) return text;
  return attachments.flatMap(({ content }) => cardTexts(content)).join('\n\n');
}
