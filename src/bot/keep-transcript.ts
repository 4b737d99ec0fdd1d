import { type Activity, ActivityTypes, type Middleware } from 'botbuilder';
import { cardTexts } from '../channels/adaptive-card.js';
import type { TranscriptLine } from '../handoff/case.js';
import type { Transcript } from '../handoff/transcript.js';
import { conversationKey } from './conversation-key.js';

/** The longest line that is kept, in UTF-16 units. */
const LONGEST_LINE = 4000;

/** Keeps what was said by both sides, so that a hand-off carries it; secrets are gone by now. */
export function keepTranscript(transcript: Transcript, now: () => Date): Middleware {
  return {
    async onTurn(context, next) {
      const conversation = conversationKey(context.activity);
      const line = (from: TranscriptLine['from'], text: string): TranscriptLine => ({
        at: now().toISOString(),
        from,
        text: text.slice(0, LONGEST_LINE),
      });
      const { type, text } = context.activity;
      const said: TranscriptLine[] = type === ActivityTypes.Message && text ? [line('customer', text)] : [];
      const keep = (sent: Partial<Activity>) => {
        const words = sent.type === ActivityTypes.Message ? wordsOf(sent) : '';
        if (words) said.push(line('assistant', words));
      };
      context.onSendActivities(async (_context, activities, send) => {
        for (const sent of activities) keep(sent);
        return send();
      });
      // What takes the place of a message was said, too; when it cannot, it is sent, and kept then.
      context.onUpdateActivity(async (_context, updated, update) => {
        await update();
        keep(updated);
      });
      try {
        await next();
      } finally {
        await transcript.append(conversation, said);
      }
    },
  };
}

/** What an activity says, also when a card says it. */
function wordsOf({ text, attachments = [] }: Partial<Activity>): string {
  if (text) return text;
  return attachments.flatMap(({ content }) => cardTexts(content)).join('\n\n');
}
