import type { Intents } from '../../knowledge/articles/extend-intents.js';

/** What stands under a message: a sign-off, a name, a title, a company; in words. */
const LONGEST_SIGNATURE = 20;
/** Everything behind this line is a signature, whatever it says. */
const DASHES = /(?:^|\n)[ \t]*(?:--|__|—)[ \t]*(?:\n|$)/;

/**
 * Leaves out what stands under a message and is none of it: "Sent from my iPhone", "Regards, Grace, Zendesk Partner
 * Manager". A message that is nothing else stays as it is.
 */
export function openWithoutSignature(intents: ReadonlyMap<string, Pick<Intents, 'answers'>>): (text: string) => string {
  const phrases = [...intents.values()].flatMap(({ answers }) => answers['sign-off']?.examples ?? []);
  const signOff = new RegExp(
    `(?:\\n|[.?!…,]\\s)[ \\t]*(?:${phrases.map((phrase) => phrase.replace(/[^\p{L}\p{N} ]/gu, '.')).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (text) => {
    const dashes = text.search(DASHES);
    const found = [...text.matchAll(phrases.length > 0 ? signOff : /(?!)/g)].map(({ index, 0: begun }) =>
      // The mark that ends the sentence before stays.
      begun.startsWith('\n') ? index : index + 1,
    );
    const at = [...(dashes < 0 ? [] : [dashes]), ...found].find((place) => isSignature(text, place));
    return at === undefined ? text : text.slice(0, at).trim();
  };
}

function isSignature(text: string, at: number): boolean {
  const below = text.slice(at);
  return /\p{L}/u.test(text.slice(0, at)) && !/[?？]/.test(below) && below.split(/\s+/).length <= LONGEST_SIGNATURE;
}
