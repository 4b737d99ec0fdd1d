import type { FoundSecret } from './found-secret.js';
import { isPasswordLike } from './secret-value.js';
import { LOG_IN_WORD, PASSWORD_WORD } from './telling-words.js';

/** Lines, and the gap behind a table. */
const LINES = /[^\n]+|\n{2,}/g;
/** The longest heading and the widest line that are read as a table's, in UTF-16 units. */
const LONGEST_HEADING = 300;
/** "id,pw". */
const SHORTEST_HEADING = 5;
const LONGEST_ROW = 1000;
/** What divides the cells, the strictest first. */
const DIVIDERS = [/(\|)/, /(;)/, /(,)/, /(\s{1,20})/];
const [, , COMMA] = DIVIDERS;
const SPACE = DIVIDERS.at(-1);
const TELLING = new RegExp(`(?<![\\p{L}\\d])(?:${PASSWORD_WORD})(?![\\p{L}\\d])`, 'iu');
const HEADS_PASSWORDS = new RegExp(`^(?:${PASSWORD_WORD})$`, 'iu');
const HEADS = new RegExp(
  `^(?:${PASSWORD_WORD}|${LOG_IN_WORD}|e-?mail|mail|nom|name|correo|role|rôle|rol|rolle|url|site)$`,
  'iu',
);
const RULED = /^[\s|:+-]{1,300}$/;

interface Heading {
  readonly divider: RegExp;
  /** Which cell has the passwords. */
  readonly column: number;
  readonly width: number;
  /** Sentences have commas and spaces too: only rows as wide as the heading count, and no mere words in them. */
  readonly isExact: boolean;
}

/** Passwords in the columns of pasted tables, Markdown and CSV. */
export function passwordColumns(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  let heading: Heading | undefined;
  for (const { 0: line, index } of text.matchAll(LINES)) {
    if (heading && line.length <= LONGEST_ROW && !RULED.test(line)) {
      const cells = cellsOf(line, heading.divider);
      const cell = cells[heading.column];
      const isSentence = heading.isExact && (cells.length !== heading.width || /\s/.test(cell?.words ?? ''));
      if (cell && !isSentence && isPasswordLike(cell.words, 'sign', { isLast: !heading.isExact })) {
        const start = index + cell.at;
        found.push({ kind: 'password', start, end: start + cell.words.length });
      }
    }
    heading = readHeading(line) ?? (line.trim() === '' ? undefined : heading);
  }
  return found;
}

function readHeading(line: string): Heading | undefined {
  if (line.length > LONGEST_HEADING || line.length < SHORTEST_HEADING || !TELLING.test(line)) return undefined;
  for (const divider of DIVIDERS) {
    const cells = cellsOf(line, divider);
    const column = cells.findIndex(({ words }) => HEADS_PASSWORDS.test(words));
    if (cells.length < 2 || column < 0) continue;
    const known = cells.filter(({ words }) => words === '' || HEADS.test(words)).length;
    // Between spaces may stand a sentence.
    if (divider === SPACE && known < cells.length) continue;
    return { divider, column, width: cells.length, isExact: divider === SPACE || divider === COMMA || known < 2 };
  }
  return undefined;
}

/** The cells of a line, without what surrounds their words, and where they begin. */
function cellsOf(line: string, divider: RegExp) {
  let at = 0;
  const source = divider === SPACE ? line.trimEnd() : line;
  return source.split(divider).flatMap((part, i) => {
    const start = at + (part.length - part.replace(/^[\s"'*`]+/, '').length);
    at += part.length;
    return i % 2 === 0
      ? [{ at: start, words: part.replace(/^[\s"'*`]+/, '').replace(/(?<![\s"'*`])[\s"'*`]+$/, '') }]
      : [];
  });
}
