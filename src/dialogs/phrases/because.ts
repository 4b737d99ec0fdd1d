import { escapeMarkdown } from '../../channels/escape-markdown.js';
import type { Because } from '../memory.js';
import type { Words } from './words.js';

/** The reasons of an answer in a customer's words: what matched, which known question is nearest, how sure we are. */
export function because({ confidence, reasons }: Because, title: string, t: Words): string {
  const said = reasons.flatMap((reason) => {
    if (reason.kind === 'matched-words' && reason.words.length > 0) {
      return [
        t('why.words', {
          words: reason.words.map((word) => t('format.quoted', { words: escapeMarkdown(word) })).join(', '),
        }),
      ];
    }
    return reason.kind === 'nearest-example' ? [t('why.example', { example: escapeMarkdown(reason.example) })] : [];
  });
  const sure = t('why.sure', { percent: Math.min(99, Math.round(confidence * 100)) });
  return [t('why.article', { title }), '', ...[...said, sure].map((line) => `- ${line}`), '', t('why.wrong')].join(
    '\n',
  );
}
