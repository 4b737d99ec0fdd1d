/** How a value is joined to its telling word: `:` or `=`, "is", nothing at all, or with a few words between. */
export type Link = 'sign' | 'verb' | 'none' | 'far';

/** What stands where a secret would, to say that one goes there. */
const PLACEHOLDER = /^(?:[*•.…xX_#?-]+|[<[{(].*[>\]})]|(?:your|votre|mon|ihr|mein|su|tu|my)[-_].*)$/iu;

/** What has digits or signs and is none: addresses, dates, times, shares, sizes, references, steps, products. */
const REFERENCE =
  /^(?:\S+@\S+\.\p{L}{2,}|(?:https?:|www\.|mailto:)\S*|[\w-]+(?:\.[\w-]+)*\.(?:com|fr|de|es|eu|net|org|io)(?:[/?#]\S*)?|[\p{L}/>-]+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:T\S*)?|\d{1,2}[:h]\d{0,2}(?::\d\d)?|[\d.,]+\s?[%€$£]|\d{1,3}[-\s]?(?:char|caract|zeichen|stellig|jour|day|tag|d[ií]a|min|mois|fois|times?|h|x)\p{L}*|#\d+|\p{Lu}{2,8}-\d+|v?\d+(?:\.\d+)+|(?:erreur|error|fehler|étape|etape|step|schritt|paso|ticket|billet|page|article|version|http|v|oauth|office|windows|iphone|ios|android|outlook|sha|utf|base|ipv|migration|api)[-_#/°n]*\d{1,4})$/iu;

/** What people say of a password where the password itself would stand. */
export const SAID_OF_IT =
  /^(?:oubli|perd|expir|forg|lost|verg|verlor|olvid|inval|incorr|erron|refus|rejet|reset|r[ée]init|chang|änder|falsch|wrong|requi|missing|manqu|oblig|help|aide|hilfe|ayuda|problem|problèm|urgen|merci|thank|dank|graci|svp|please|bitte|porfa|inconnu|unknown|bloqu|gesperrt|locked|comment|pourquoi|where|warum|cómo|como|dónde|donde|quel|what|welch|aucun|none|kein|ning|idem|pareil|same|gleich|valid|correct|richtig|nouveau|neu|nuev|vide|empty|leer|change|connex|zugang|anmeld|login|acc[eè]s|compte|account|konto|cuenta|question|frage|pregunta|bonjour|hello|hallo|hola)/iu;

const LETTER = /\p{L}/u;
const DIGIT = /\d/;
const SIGN = /[!$%&*+=^_~#@€£§?]/u;
const BOTH_CASES = /\p{Ll}.*\p{Lu}|\p{Lu}.*\p{Ll}/u;

/**
 * Whether what follows "password" is one. The looser the link, the more it must look like one.
 * @param isOurs "my password …"
 * @param isLast nothing else on its line: "mdp : soleil"
 */
export function isPasswordLike(value: string, link: Link, isOurs = false, isLast = false, isQuoted = false): boolean {
  // A mark at the end may be the sentence's.
  const core = value.replace(/[?!.,;:…]+$/u, '');
  if (core.length < 4 || !/[\p{L}\d]/u.test(core) || PLACEHOLDER.test(core)) return false;
  const isWord = /^[\p{L}-]+$/u.test(core);
  if (isWord && !/\p{Ll}\p{Lu}/u.test(core)) {
    return (isQuoted || (link === 'sign' && isLast)) && link !== 'none' && !SAID_OF_IT.test(core);
  }
  if (!isWord && REFERENCE.test(core)) return false;
  // Between quotes may stand a sentence about it.
  if (/\s/.test(core) && !DIGIT.test(core) && !SIGN.test(core)) return false;
  const mixed = LETTER.test(core) && DIGIT.test(core);
  switch (link) {
    case 'sign':
      return true;
    case 'verb':
      return DIGIT.test(core) || SIGN.test(core) || isWord;
    case 'none':
      return core.length >= 6 && mixed && (isOurs || SIGN.test(core) || value.endsWith('!') || BOTH_CASES.test(core));
    case 'far':
      return core.length >= 6 && mixed && (SIGN.test(core) || value.endsWith('!'));
  }
}

/** How many characters a key has at least, by link: "token: abc123" is one, "ma clé API v2" is none. */
const SHORTEST_KEY: Readonly<Record<Link, number>> = { sign: 6, verb: 8, none: 16, far: 24 };

/** Whether what follows "key" or "token" is one: made of letters and digits, and long enough. */
export function isKeyLike(value: string, link: Link): boolean {
  const core = value.replace(/[?!.,;:…]+$/u, '');
  if (core.length < SHORTEST_KEY[link] || PLACEHOLDER.test(core) || REFERENCE.test(core)) return false;
  return LETTER.test(core) && DIGIT.test(core);
}
