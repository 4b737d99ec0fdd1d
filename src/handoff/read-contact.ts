import { z } from 'zod';

/** What people write before their name, in our languages. */
const LEAD_IN =
  /^(?:je m['’]?appelle|je suis|moi c['’]?est|c['’]?est|mon nom(?: c)?['’ ]?est|my name is|i am|i['’]?m|it['’]?s|this is|ich hei(?:ß|ss)e|ich bin|mein name ist|me llamo|mi nombre es|soy)\s+/i;

/** Quotes around an address are not its; an apostrophe inside is ("o'neil@…"). */
const ADDRESS =
  /(?<![^\s<>()[\]"'’,;:«»“”])[^\s<>()[\]"'’,;:«»“”][^\s<>()[\]",;:«»“”]{0,63}@[^\s<>()[\]"'’,;:«»“”]{1,255}/;
/** Whoever writes more tells a story, in which an address may stand all the same; in UTF-16 units. */
const LONGEST_ANSWER = 2000;
const emailSchema = z.email().max(254);

/** The name in an answer, without "my name is"; nothing when there is no letter in it. */
export function readName(typed: string): string | undefined {
  const name = typed
    .slice(0, LONGEST_ANSWER)
    .replace(ADDRESS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LEAD_IN, '')
    .replace(/(?<![\s.,;!])[\s.,;!]+$/, '');
  return /\p{L}/u.test(name) && name.length <= 100 ? name : undefined;
}

/** The e-mail address in an answer, wherever it stands ("c'est ana@exemple.fr merci"). */
export function readEmail(typed: string): string | undefined {
  const found = ADDRESS.exec(typed.slice(0, LONGEST_ANSWER))?.[0]
    .replace(/^mailto:/i, '')
    .replace(/(?<![.!?])[.!?]+$/, '');
  return emailSchema.safeParse(found).data?.toLowerCase();
}
