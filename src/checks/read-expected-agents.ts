/** More than any Desk account has agents; a paste beyond it is a mistake. */
const MOST_AGENTS = 2_000;
/** Characters looked at: room for that many addresses with names. */
const LONGEST_PASTE = 200_000;
/** Local part, one @, a domain with a dot; letters of any script. Begun and bounded so that no paste makes it slow. */
const EMAIL =
  /(?<![\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-])[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,80}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,63}/gu;

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
    const found = emailsIn(line);
    for (const email of found) if (emails.size < MOST_AGENTS) emails.add(email);
    notUnderstood.push(...oddPieces(line, found.length > 0));
  }
  return { emails: [...emails], notUnderstood };
}

function emailsIn(text: string): string[] {
  if (!/[@＠]/.test(text)) return [];
  const plain = text
    .replace(/\bmailto:/gi, ' ')
    .replace(/＠/g, '@')
    .normalize('NFC');
  return [...plain.matchAll(EMAIL)]
    .map(([email]) => email.replace(/^[.'`*_|{!#/=-]+/, '').toLowerCase())
    .filter((email) => !email.startsWith('@'));
}

/** Beside an address, words are a name; a line without any address should have had one. */
function oddPieces(line: string, hasEmail: boolean): string[] {
  const pieces = hasEmail ? line.split(/[,\t|]+/).filter((piece) => /@|\(at\)|\[at\]/i.test(piece)) : [line];
  return pieces
    .filter((piece) => emailsIn(piece).length === 0)
    .map((piece) => piece.replace(/^[\s,;.\-–—*•|>"']+|(?<![\s,;|"'])[\s,;|"']+$/gu, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
