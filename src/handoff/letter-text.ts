import type { Letter, LetterRow } from './letter.js';

/** A letter as plain text. */
export function letterText({ sections }: Letter): string {
  return sections
    .map(({ title, rows }) => [...(title === undefined ? [] : [`── ${title}`]), ...rows.map(line)].join('\n'))
    .join('\n\n');
}

function line({ label, text }: LetterRow): string {
  return label === undefined ? text : `${label}: ${text}`;
}

/** A letter as HTML, for a ticket: everything in it is words, nothing of it a tag. */
export function letterHtml({ sections }: Pick<Letter, 'sections'>): string {
  return sections
    .map(({ title, rows }) => {
      const head = title === undefined ? '' : `<h3>${escaped(title)}</h3>`;
      return `${head}${rows.map((row) => `<p>${htmlLine(row)}</p>`).join('')}`;
    })
    .join('');
}

function htmlLine({ label, text }: LetterRow): string {
  const words = escaped(text).replace(/\r?\n/g, '<br>');
  return label === undefined ? words : `<strong>${escaped(label)}:</strong> ${words}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
