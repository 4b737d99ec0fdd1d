/** More than any Desk account has agents; a paste beyond it is a mistake. */
const MOST_AGENTS = 2_000;
/** Characters looked at: room for that many addresses with names. */
const LONGEST_PASTE = 200_000;
/** Local part, one @, a domain with a dot; letters of any script. Begun and bounded so that no paste makes it slow. */
const EMAIL =
  /(?<![\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-])[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,80}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,63}/gu;

/** An address told in words: "bob at acme dot com". */
const IN_WORDS =
  /(?<![\p{L}\p{N}.])([\p{L}\p{N}._+-]{1,80})\s(?:at|ät|arobase|arroba)\s([\p{L}\p{N}-]{1,80})\s(?:dot|point|punkt|punto)\s([\p{L}]{2,20})(?![\p{L}\p{N}])/giu;
/** Words in front of an address that take it off the list. */
const LEFT_OUT =
  /^\W{0,5}(?:not|except|without|but not|pas|sauf|sans|hormis|nicht|außer|ohne|no|menos|excepto|sin)\s/iu;
/** What may stand between two addresses and asks for nobody else. */
const JOINING = /(?<!\p{L})(?:and|et|und|y|e|plus)(?!\p{L})/giu;
/** As the header of a mail names somebody. */
const HEADED = /[^<>@]{0,80}<[^<>\s]{1,300}>/gu;

/** What {@link readExpectedAgents} finds in a paste. */
export interface ExpectedAgents {
  /** In the order pasted, lower case, each once. */
  readonly emails: readonly string[];
  /** Pieces in which an address seems meant and is not one: `maria@acme`, `jon(at)acme.com`, a line without any. */
  readonly notUnderstood: readonly string[];
}

/**
 * Reads the e-mail addresses of agents as people paste them: one a line, with commas or semicolons, from a mail program
 * (`Maria Duval <maria@acme.com>`), from a table, with bullets, quotes, `mailto:` and full stops around them.
 */
export function readExpectedAgents(pasted: string): ExpectedAgents {
  const emails = new Set<string>();
  const notUnderstood: string[] = [];
  for (const line of pasted.slice(0, LONGEST_PASTE).split(/[\r\n;]+/)) {
    const declined = piecesOf(line).filter((piece) => LEFT_OUT.test(piece) && emailsIn(piece).length > 0);
    const found = declined.length > 0 ? [] : emailsIn(line);
    for (const email of found) if (emails.size < MOST_AGENTS) emails.add(email);
    notUnderstood.push(...(declined.length > 0 ? [line.trim()] : oddPieces(line, found.length)));
  }
  return { emails: [...emails], notUnderstood };
}

const piecesOf = (line: string): string[] => line.split(/[,\t|]+/);

function emailsIn(text: string): string[] {
  const plain = text
    .replace(/\bmailto:/gi, ' ')
    .replace(/＠/g, '@')
    .replace(/(?<=[\p{L}\p{N}])\s@\s(?=[\p{L}\p{N}])/gu, '@')
    .replace(IN_WORDS, '$1@$2.$3')
    .normalize('NFC');
  if (!plain.includes('@')) return [];
  return [...plain.matchAll(EMAIL)]
    .map(([email]) => email.replace(/^[.'`*_|{!#/=-]+/, '').toLowerCase())
    .filter((email) => !email.startsWith('@'));
}

/**
 * Beside one address, words tell of that person; beside several each must have its own ("Maria, maria@acme.com, Jon, …"), or
 * they may be somebody whose address is missing. A line without any address should have had one.
 * @param count addresses in the line
 */
function oddPieces(line: string, count: number): string[] {
  const pieces = piecesOf(line)
    .map(bare)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (count === 0) return [bare(line)].filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const without = pieces.filter((piece) => emailsIn(piece).length === 0);
  const meant = without.filter((piece) => /@|\(at\)|\[at\]/i.test(piece));
  if (count === 1) return meant;
  const behind = pieces.filter((piece) => emailsIn(piece).length > 0 && isFollowed(piece));
  return [...(without.length === count && line.split('|').length < 2 ? meant : without), ...behind];
}

/** Whether somebody is named behind an address: "bob@acme.com and Maria". */
function isFollowed(piece: string): boolean {
  const rest = piece
    .replace(HEADED, ' ')
    .replace(/^[^@]*?(?=\S+@)/u, '')
    .replace(/\S+@\S+/gu, ' ')
    .replace(JOINING, ' ');
  return /\p{L}/u.test(rest);
}

const bare = (piece: string): string => piece.replace(/^[\s,;.\-–—*•|>"']+|(?<![\s,;|"'])[\s,;|"']+$/gu, '');
