import { filled, type Words } from './config';
import type { Item } from './talk';

/** The conversation as plain text. */
export function transcript(items: readonly Item[], words: Words, language: string, now: Date): string {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(now);
  const lines = items
    .filter(({ activity }) => activity.text)
    .map(({ own, activity }) => {
      const at = activity.timestamp ? ` (${time.format(new Date(activity.timestamp))})` : '';
      return `${own ? words.you : words.assistant}${at}\n${activity.text}`;
    });
  return [filled(words.transcript, { date }), ...lines].join('\n\n');
}

export function saveTranscript(items: readonly Item[], words: Words, language: string): void {
  const now = new Date();
  const url = URL.createObjectURL(new Blob([transcript(items, words, language, now)], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `conversation-${now.toISOString().slice(0, 10)}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
