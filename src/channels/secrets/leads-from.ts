/** How a value is joined to its telling word: `:` or `=`, "is", nothing at all, or with a few words between. */
export type LinkingWords = 'sign' | 'verb' | 'none' | 'far';

export interface Lead {
  readonly link: LinkingWords;
  /** Where the value would begin. */
  readonly at: number;
}

/** How far behind its telling word a value may begin, in UTF-16 units: keeps the time linear. */
const WINDOW = 300;
/** "mot de passe de ana@acme.fr :", "password for my Teamwork account is". */
const MOST_BETWEEN = 5;
/** "my password Desk Azerty!1". */
const MOST_LOOSE = 3;

const SPACES = /\s{0,300}/y;
const WORD = /[^\s:=?!,;]{1,41}/y;
const SIGN = /["'`*_»”’)]{0,3}\s{0,60}(?:[:=]{1,3}>?|-{1,3}>|→)[\s*_]{0,60}/y;
const VERB = /^(?:est|is|ist|es|was|lautet|sera|était|war|wäre|era|c['’]est|hei(?:ß|ss)t)$/iu;
const OWNS = /(?:['’]s|\s{1,5}-)\s{1,60}/y;
const STILL = /(?:bien|toujours|still|now|jetzt|ahora)\s{1,60}/iy;
const LETTERS = /^\p{L}+$/u;

/** Where a value may begin behind a telling word that ends at `from`, the clearest link first. */
export function leadsFrom(text: string, from: number): readonly Lead[] {
  const first = behind(SPACES, text, from);
  // "password's hunter2", "password - hunter2".
  const own = behind(OWNS, text, from);
  let verb = own === from ? undefined : own;
  let far: number | undefined;
  let sign: number | undefined;
  let isLoose = true;
  let at = from;
  for (let words = 0; words <= MOST_BETWEEN && at - from < WINDOW; words++) {
    const signed = behind(SIGN, text, at);
    if (signed !== at) {
      sign = signed;
      break;
    }
    const start = behind(SPACES, text, at);
    const end = start === at ? at : behind(WORD, text, start);
    if (end === start || start === at) break;
    const word = text.slice(start, end);
    const next = behind(SPACES, text, end);
    if (verb === undefined && next > end && VERB.test(word)) verb = behind(STILL, text, next);
    isLoose = isLoose && next > end && words < MOST_LOOSE && LETTERS.test(word);
    if (isLoose) far = next;
    if (word.endsWith('.')) break;
    at = end;
  }
  const leads: Lead[] = [];
  if (sign !== undefined) leads.push({ link: 'sign', at: sign });
  if (verb !== undefined) leads.push({ link: 'verb', at: verb });
  if (first > from) leads.push({ link: 'none', at: first });
  if (far !== undefined) leads.push({ link: 'far', at: far });
  return leads;
}

/** The position behind what a sticky pattern matches at `at`, or `at`. */
function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
