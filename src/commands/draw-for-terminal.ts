import type { Activity, CardAction } from 'botbuilder';
import { visible } from '../bot/visible.js';
import { unescapeMarkdown } from '../channels/escape-markdown.js';

const CODES = { bold: 1, dim: 2, cyan: 36, yellow: 33 } as const;

/** An activity as text: Markdown's marks become colours or vanish, buttons become a numbered list. */
export function drawForTerminal(
  { type, text, summary, suggestedActions }: Partial<Activity>,
  colours: boolean,
): string {
  if (type !== 'message') return '';
  const style = (code: keyof typeof CODES, words: string) =>
    colours ? `\u001b[${CODES[code]}m${words}\u001b[0m` : words;
  const body = visible(text ?? summary ?? '')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, label: string, url: string) => `${label} <${url}>`)
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => style('bold', words))
    .replace(/(?<![\w\\*])\*([^*\n]+)\*(?![\w*])/g, (_, words: string) => style('dim', words))
    .replace(/(?<![\w\\])_([^_\n]+)_(?!\w)/g, (_, words: string) => style('dim', words))
    .replace(/^(⚠️.*)$/gm, (_, words: string) => style('yellow', words));
  const buttons = (suggestedActions?.actions ?? []).map(({ title }: CardAction, i) =>
    style('cyan', `  [${i + 1}] ${visible(title)}`),
  );
  return `\n${[unescapeMarkdown(body), ...buttons].join('\n')}\n\n`;
}
