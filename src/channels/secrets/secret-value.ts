import { readFieldType } from '../../checks/field-type-words.js';
import type { LinkingWords } from './leads-from.js';
import { isNumberedThing } from './numbered-thing.js';
import { isListedWord, isOrdinaryWord } from './ordinary-words.js';

/** What stands where a secret would, to say that one goes there. */
const PLACEHOLDER = /^(?:[*•.…xX_#?-]+|[<[{(].*[>\]})]|(?:your|votre|mon|ihr|mein|su|tu|my)[-_].*)$/iu;

/** What has digits or signs and is none: addresses, dates, times, shares, sizes, references, steps, products. */
const REFERENCE =
  /^(?:[^\s@]+@[^\s@]+\.\p{L}{2,}|(?:https?:|www\.|mailto:)\S*|[\w-]+(?:\.[\w-]+)*\.(?:com|fr|de|es|eu|net|org|io)(?:[/?#]\S*)?|[\p{L}/>-]+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:T\S*)?|\d{1,2}[:h]\d{0,2}(?::\d\d)?|[\d.,]+\s?[%€$£]|\d{1,3}[-\s]?(?:char|caract|zeichen|stellig|jour|day|tag|d[ií]a|min|mois|fois|times?|h|x)\p{L}*|#\d+|v?\d+(?:\.\d+)+|(?:erreur|error|fehler|étape|etape|step|schritt|paso|ticket|billet|page|article|version|http|v|oauth|office|windows|iphone|ios|android|outlook|sha|utf|base|ipv|migration|api)[-_#/°n]*\d{1,4})$/iu;

/** "TICKET-2026", "INV-0042". */
const CASE_NUMBER = /^\p{Lu}{2,8}-\d+$/u;

/** What people say of a password where the password itself would stand. */
export const SAID_OF_IT =
  /^(?:oubli|perd|expir|forg|lost|verg|verlor|olvid|inval|incorr|erron|refus|rejet|reset|r[ée]init|chang|änder|falsch|wrong|requi|missing|manqu|oblig|help|aide|hilfe|ayuda|problem|problèm|urgen|merci|thank|dank|graci|svp|please|bitte|porfa|inconnu|unknown|bloqu|gesperrt|locked|comment|pourquoi|where|warum|cómo|como|dónde|donde|quel|what|welch|aucun|none|kein|ning|idem|pareil|same|gleich|valid|correct|richtig|nouveau|neu|nuev|vide|empty|leer|change|connex|zugang|anmeld|login|acc[eè]s|compte|account|konto|cuenta|question|frage|pregunta|bonjour|hello|hallo|hola)/iu;

const LETTER = /\p{L}/u;
const DIGIT = /\d/;
const SIGN = /[!$%&*+=^_~#@€£§?]/u;
/** "12tickets". */
const COUNTED = /^\d{1,6}\p{Ll}{3,}$/u;

/** Longer values are judged by their beginning, in UTF-16 units. */
const JUDGED = 128;

/** What stands around a value, and makes a looser one believed. */
export interface Circumstances {
  /** "my password …" */
  readonly isOurs?: boolean;
  /** Nothing else on its line: "mdp : soleil". */
  readonly isLast?: boolean;
  readonly isQuoted?: boolean;
  /** Behind a word that means nothing but a password, and "is": "the password is sunshine". */
  readonly isPlainlySaid?: boolean;
  /** Behind "passphrase": it may be made of words. */
  readonly isPhrase?: boolean;
}

/** Whether what follows "password" is one. The looser the link, the more it must look like one. */
export function isPasswordLike(value: string, link: LinkingWords, how: Circumstances): boolean {
  // A mark at the end may be the sentence's.
  const core = withoutEnd(value);
  if (core.length < 4 || !/[\p{L}\d]/u.test(core) || PLACEHOLDER.test(core)) return false;
  const isWord = /^[\p{L}-]+$/u.test(core);
  if (isWord && !/\p{Ll}\p{Lu}/u.test(core)) return isTold(core, link, how);
  if (!isWord && (REFERENCE.test(core) || CASE_NUMBER.test(core))) return false;
  // Between quotes may stand a sentence about it.
  if (/\s/.test(core) && how.isPhrase && how.isQuoted) return link !== 'far' && core.split(/\s+/).length >= 3;
  if (/\s/.test(core) && !DIGIT.test(core) && !SIGN.test(core)) return false;
  const mixed = LETTER.test(core) && DIGIT.test(core);
  switch (link) {
    case 'sign':
      return true;
    case 'verb':
      return DIGIT.test(core) || SIGN.test(core) || isWord;
    case 'none':
      return core.length >= 6 && mixed && !isNumberedThing(core) && (how.isOurs || !COUNTED.test(core));
    case 'far':
      return core.length >= 6 && mixed && (SIGN.test(core) || value.endsWith('!'));
  }
}

/** What people choose to log in with, told by itself: at least eight letters, digits and signs, and no name of anything. */
export function isClearlyChosen(value: string): boolean {
  const core = withoutEnd(value);
  if (core.length < 8 || core.length > LONGEST_CHOSEN || !LETTER.test(core) || !DIGIT.test(core)) return false;
  if (
    /[/\\=<>|:;,(){}[\]]/.test(core) ||
    REFERENCE.test(core) ||
    CASE_NUMBER.test(core) ||
    PLACEHOLDER.test(core) ||
    isNumberedThing(core)
  )
    return false;
  return /[!$%^*#@~]./.test(core)
    ? !TAGGED.test(core)
    : value.endsWith('!') && BOTH_CASES.test(core) && MANY_DIGITS.test(core);
}

const LONGEST_CHOSEN = 64;
/** "agent#12", "@ana2", "ana@server2", "100%agent". */
const TAGGED = /^(?:\p{L}+#\d+|[@#~*][\p{L}\d_.-]+\*?|[\p{L}\d_.-]+@[\p{L}\d.-]+|\d+%\p{L}+)$/u;
const BOTH_CASES = /\p{Ll}.*\p{Lu}|\p{Lu}.*\p{Ll}/u;
const MANY_DIGITS = /\d\D*\d\D*\d\D*\d/;

/** Beside another password: what people choose, with letters of both cases or signs. */
export function isAlsoChosen(value: string): boolean {
  const core = withoutEnd(value);
  return isPasswordLike(value, 'none', {}) && (SIGN.test(core) || BOTH_CASES.test(core));
}

/** A mere word is a password when it is given as one, not when it says how the password is, or what a field holds. */
function isTold(word: string, link: LinkingWords, { isOurs, isLast, isQuoted, isPlainlySaid }: Circumstances): boolean {
  if (SAID_OF_IT.test(word)) return false;
  if (isQuoted) return link === 'sign' || link === 'verb';
  if (!isLast) return false;
  if (link === 'sign') return readFieldType(word) === null && !isListedWord(word);
  return link === 'verb' && Boolean(isOurs || isPlainlySaid) && !isOrdinaryWord(word);
}

const withoutEnd = (value: string) =>
  value
    .slice(0, JUDGED)
    .replace(/^(?:[¿¡]|\*\*)/, '')
    .replace(/(?<![?!.,;:…*])[?!.,;:…*]+$/u, '');

/** How many characters a key has at least, by link: "token: abc123" is one, "ma clé API v2" is none. */
const SHORTEST_KEY: Readonly<Record<LinkingWords, number>> = { sign: 6, verb: 8, none: 16, far: 24 };
/** "keys: agents2": the name of a column or a thing with its number. */
const NUMBERED_NAME = /^\p{L}\p{Ll}{2,}[-_]?\d{1,2}$/u;
/** "date_creation2". */
const COLUMN_NAME = /^\p{Ll}+(?:_\p{Ll}+)+\d{0,2}$/u;

/**
 * Whether what follows "key" or "token" is one: made of letters and digits, and long enough.
 * @param isPlural "keys: …" stands before lists as well
 */
export function isKeyLike(value: string, link: LinkingWords, isPlural = false): boolean {
  const core = withoutEnd(value);
  if (core.length < SHORTEST_KEY[link] || !LETTER.test(core) || !DIGIT.test(core)) return false;
  if (COLUMN_NAME.test(core) || isNumberedThing(core)) return false;
  return !(
    PLACEHOLDER.test(core) ||
    REFERENCE.test(core) ||
    CASE_NUMBER.test(core) ||
    (isPlural && NUMBERED_NAME.test(core))
  );
}
