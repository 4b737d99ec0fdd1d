import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** What people write before their name, in our languages; after the first ones nothing else can stand. */
const NAMED =
  "je m['’]?appelle|moi c['’]?est|mon nom(?: c)?['’ ]?est|my name is|ich hei(?:ß|ss)e|mein name ist|me llamo|mi nombre es";
const LEAD_IN = new RegExp(`^(?:${NAMED}|je suis|c['’]?est|i am|i['’]?m|it['’]?s|this is|ich bin|soy)\\s+`, 'i');
/** The same inside a sentence: "I am" is followed by a name only when it looks like one. */
const SURELY_NAMED = new RegExp(`(?<!\\p{L})(?:${NAMED})\\s{1,3}`, 'giu');
const MAYBE_NAMED = /(?<!\p{L})(?:je suis|i am|i['’]?m|this is|ich bin|soy)\s{1,3}/giu;
const ONE_NAME = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,40}";
const NAME = new RegExp(`^${ONE_NAME}(?: ${ONE_NAME}){0,3}`, 'u');
const FULL_NAME = new RegExp(`^${ONE_NAME}(?: ${ONE_NAME}){1,3}`, 'u');
/** "Grace Hopper <" right before an address. */
const NAME_BEFORE = new RegExp(`(?<![\\p{L}])(${ONE_NAME}(?: ${ONE_NAME}){1,3})[ ,]{0,3}<?$`, 'u');

/** Quotes around an address are not its; an apostrophe inside is ("o'neil@…"). */
const ADDRESS =
  /(?<![^\s<>()[\]"'’,;:«»“”])[^\s<>()[\]"'’,;:«»“”][^\s<>()[\]",;:«»“”]{0,63}@[^\s<>()[\]"'’,;:«»“”]{1,255}/;
/** What stands for "@" and "." when an address is told in words, or typed with spaces. */
const AT =
  /\s{0,3}[＠﹫]\s{0,3}|\s{1,3}@\s{0,3}|@\s{1,3}|\s{0,3}[([]\s?(?:at|ät|arobase|arroba)\s?[)\]]\s{0,3}|\s{1,3}(?:at|ät|arobase|arobas|arroba|klammeraffe)\s{1,3}/giu;
const DOT = /\s{0,3}[([]\s?(?:dot|point|punkt|punto)\s?[)\]]\s{0,3}|\s{1,3}(?:dot|point|punkt|punto)\s{1,3}/giu;
/** What introduces an address behind a name: "and my e-mail is". */
const ABOUT_ADDRESS =
  /\s*(?:[,;]|(?:\s(?:and|et|und|y)\s)?\s*(?:my|mon|meine?|mi)?\s+(?:e-?mail|mail|courriel|adresse|address|correo)(?!\p{L})).*$/isu;
/** Whoever writes more tells a story, in which an address may stand all the same; in UTF-16 units. */
const LONGEST_ANSWER = 2000;
const emailSchema = z.email().max(254);

/** Who wants an answer, and where; either may be missing still. */
export interface Contact {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** The name in an answer, without "my name is"; nothing when there is no letter in it. */
export function readName(typed: string): string | undefined {
  const found = findAddress(typed);
  const name = (found ? found.before.trim() || found.after : typed.slice(0, LONGEST_ANSWER))
    .replace(ADDRESS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[<>()[\]]+/g, ' ')
    .trim()
    .replace(LEAD_IN, '')
    .replace(found ? ABOUT_ADDRESS : /(?!)/, '')
    .replace(/(?<![\s.,;!])[\s.,;!]+$/, '');
  return /\p{L}/u.test(name) && name.length <= 100 ? name : undefined;
}

/**
 * The e-mail address in an answer, wherever it stands ("c'est ana@exemple.fr merci") and however it is typed: with
 * spaces, in words ("ana at example dot com"), with letters that only the name of a domain in another script has.
 */
export function readEmail(typed: string): string | undefined {
  return findAddress(typed)?.email;
}

/** Whom a sentence introduces that asks for something else: "a human please, I'm Grace Hopper, grace@example.com". */
export function readIntroduction(typed: string): Contact {
  const text = typed.slice(0, LONGEST_ANSWER);
  const found = findAddress(text);
  const name =
    nameAfter(SURELY_NAMED, NAME, text) ??
    nameAfter(MAYBE_NAMED, FULL_NAME, text) ??
    NAME_BEFORE.exec(found?.before ?? '')?.[1];
  return { ...(name === undefined ? {} : { name }), ...(found ? { email: found.email } : {}) };
}

function nameAfter(leadIn: RegExp, name: RegExp, text: string): string | undefined {
  for (const { index, 0: words } of text.matchAll(leadIn)) {
    const found = name.exec(text.slice(index + words.length));
    if (found) return found[0];
  }
  return undefined;
}

interface FoundAddress {
  readonly email: string;
  readonly before: string;
  readonly after: string;
}

function findAddress(typed: string): FoundAddress | undefined {
  const text = typed.slice(0, LONGEST_ANSWER).replace(/[．。]/g, '.');
  return addressIn(text) ?? addressIn(text.replace(AT, '@')) ?? addressIn(text.replace(AT, '@').replace(DOT, '.'));
}

function addressIn(text: string): FoundAddress | undefined {
  const found = ADDRESS.exec(text);
  const email = found?.[0]
    .replace(/^mailto:/i, '')
    .replace(/(?<![.!?])[.!?]+$/, '')
    .toLowerCase();
  if (!found || email === undefined || !isAddress(email)) return undefined;
  return { email, before: text.slice(0, found.index), after: text.slice(found.index + found[0].length) };
}

/** A domain may have any letters: it is judged as the name servers know it, and kept as it is typed. */
function isAddress(email: string): boolean {
  const at = email.lastIndexOf('@');
  return emailSchema.safeParse(`${email.slice(0, at)}@${domainToASCII(email.slice(at + 1))}`).success;
}
