import { contactElements, signInElements } from '../adaptive-card.js';
import { escapeMarkdown } from '../escape-markdown.js';
import type { Reply, ReplyReportRow } from '../reply.js';
import { broken } from './without-autolinks.js';

/** Which colour a paragraph stands on that begins with one of our signs; the sign and its word tell the same. */
const STYLES: Readonly<Record<string, string>> = { '✅': 'good', '⚠️': 'warning', '❔': 'emphasis' };

/** The elements of a reply's card. */
export function cardBody(reply: Reply): readonly object[] {
  switch (reply.kind) {
    case 'text':
      return reply.text.split('\n\n').map(paragraph);
    case 'article':
      return [...withHeading(reply.text), footnote(reply.provenance.line)];
    case 'step':
      return [
        heading(reply.title),
        { ...small(reply.progress), spacing: 'None' },
        ...reply.before.map(block),
        ...reply.warnings.map((warning) => ({ type: 'Container', style: 'warning', items: [block(warning)] })),
        ...reply.text.split('\n\n').map(block),
      ];
    case 'sign-in':
      return [...reply.text.split('\n\n').map(paragraph), ...signInElements(reply)];
    case 'contact':
      return [...reply.text.split('\n\n').map(paragraph), ...contactElements(reply)];
    case 'report':
      return [
        heading(broken(escapeMarkdown(reply.title))),
        paragraph(reply.verdict),
        ...reply.rows.flatMap(reportRow),
        ...reply.text.split('\n\n').map(paragraph),
      ];
  }
}

const block = (text: string) => ({ type: 'TextBlock', text, wrap: true });
const heading = (text: string) => ({ ...block(text), size: 'Large', weight: 'Bolder', style: 'heading' });
const small = (text: string) => ({ ...block(text), size: 'Small', isSubtle: true });
const footnote = (text: string) => ({ ...small(text), separator: true, spacing: 'Medium' });

/** A first paragraph that begins with bold words is the title. */
function withHeading(markdown: string): readonly object[] {
  const [first = '', ...rest] = markdown.split('\n\n');
  const start = first.startsWith('**') ? heading(first.replaceAll('**', '')) : paragraph(first);
  return [start, ...rest.map(paragraph)];
}

/** Coloured ground instead of coloured words: these stay legible in every theme. */
function reportRow({ state, sign, word, title, detail }: ReplyReportRow): readonly object[] {
  const style = { ok: 'good', problem: 'warning', unknown: 'emphasis' }[state];
  const row = {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items: [block(title)] },
      { type: 'Column', width: 'auto', style, items: [{ ...block(`${sign} ${word}`), weight: 'Bolder' }] },
    ],
  };
  return detail === '' ? [row] : [row, { ...small(detail), spacing: 'None' }];
}

function paragraph(text: string): object {
  const style = Object.entries(STYLES).find(([sign]) => text.startsWith(sign))?.[1];
  return style === undefined ? block(text) : { type: 'Container', style, items: [block(text)] };
}
