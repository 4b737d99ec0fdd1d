/** How a value is joined to its telling word: `:` or `=`, "is", nothing at all, or with a few words between. */
export type LinkingWords = 'sign' | 'verb' | 'none' | 'far';

/** A place behind a telling word at which its value may begin. */
export interface Lead {
  readonly link: LinkingWords;
  /** Where the value would begin. */
  readonly at: number;
}

/** How far behind its telling word a value may begin, in UTF-16 units: keeps the time linear. */
const WINDOW = 300;
/** "mot de passe de ana@acme.fr :", "password for my Teamwork account is". */
const MOST_BETWEEN = 5;
/** "mon mot de passe reçu ce matin est le suivant :", counted up to the sign. */
const MOST_BEFORE_FOLLOWING = 10;
const FOLLOWING = /^(?:suivante?|following|follows|folgende[srn]?|siguiente)$/iu;
/** "my password Desk Azerty!1". */
const MOST_LOOSE = 3;

const SPACES = /\s{0,300}/y;
const WORD = /[^\s:=?!,;]{1,41}/y;
const SIGN =
  /["'`*_»”’)]{0,3}(?:\s{0,3},?\s{0,3}["']?(?:value|valeur|wert|valor)["']?)?\s{0,60}(?:[:=]{1,12}>?|[-=]{1,12}>|[→⇒⇨➔➜➡👉]\ufe0f?)[\s*_]{0,60}|>(?=[^<>\s]{1,100}<)/uy;
/** "Passwort (nicht weitergeben!): …" */
const REMARK = /\s{0,3}\([^()\n]{0,60}\)/y;
/** "pw / …", "mdp | …", "mdp ? …", "mdp 🔑 …". */
const BARRED = /\s{0,3}(?:[/|?]|\p{ExtPict}\ufe0f?)\s{1,3}/uy;
/** "Set my password to …", "le mdp c …": what follows must look more like one than behind "is". */
const TOWARDS = /^(?:to|be|c|à|en|por|auf|zu|a)$/iu;
const VERB =
  /^(?:est|is|ist|es|was|lautet|sera|était|war|wäre|wär|era|c['’]?est|it['’]?s|hei(?:ß|ss)t|son|sind|sont)$/iu;
const OWNS = /(?:['’]s|\s{1,5}-)\s{1,60}/y;
const STILL =
  /(?:(?:bien|toujours|maintenant|avant|encore|still|now|currently|always|previously|jetzt|noch|nun|immer|früher|aktuell|ahora|todavía|siempre|antes)\s{1,30}){1,2}/iy;
const LETTERS = /^\p{L}+$/u;

/** Where a value may begin behind a telling word that ends at `from`, the clearest link first. */
export function leadsFrom(text: string, from: number): readonly Lead[] {
  const remark = behind(REMARK, text, from);
  const first = behind(SPACES, text, from);
  const afterRemark = behind(SPACES, text, remark);
  // "password's hunter2", "password - hunter2".
  const own = behind(OWNS, text, from);
  let verb = own === from ? undefined : own;
  let far: number | undefined;
  let sign: number | undefined;
  let isLoose = true;
  const barred = behind(BARRED, text, from);
  let towards: number | undefined;
  let at = remark;
  let last = '';
  for (let words = 0; words <= MOST_BEFORE_FOLLOWING && at - from < WINDOW; words++) {
    const signed = behind(SIGN, text, at);
    if (signed !== at) {
      if (words <= MOST_BETWEEN || FOLLOWING.test(last)) sign = signed;
      break;
    }
    const start = behind(SPACES, text, at);
    const end = start === at ? at : behind(WORD, text, start);
    if (end === start || start === at) break;
    const word = text.slice(start, end);
    const next = behind(SPACES, text, end);
    if (words <= MOST_BETWEEN && verb === undefined && next > end && VERB.test(word)) verb = behind(STILL, text, next);
    if (words <= MOST_BETWEEN && next > end && TOWARDS.test(word)) towards = next;
    isLoose = isLoose && next > end && words < MOST_LOOSE && LETTERS.test(word);
    if (isLoose) far = next;
    if (word.endsWith('.')) break;
    at = end;
    last = word;
  }
  const leads: Lead[] = [];
  if (sign !== undefined) leads.push({ link: 'sign', at: sign });
  if (verb !== undefined) leads.push({ link: 'verb', at: verb });
  if (barred > from) leads.push({ link: 'none', at: barred });
  else if (first > from) leads.push({ link: 'none', at: first });
  if (remark > from && afterRemark > remark) leads.push({ link: 'none', at: afterRemark });
  if (towards !== undefined) leads.push({ link: 'none', at: towards });
  if (far !== undefined) leads.push({ link: 'far', at: far });
  return leads;
}

/** The position behind what a sticky pattern matches at `at`, or `at`. */
function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
