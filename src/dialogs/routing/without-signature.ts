import type { Intents } from '../../knowledge/articles/extend-intents.js';

/** What stands under a message: a sign-off, a name, a title, a company; in words. */
const LONGEST_SIGNATURE = 20;
/** A line of a mail program, in UTF-16 units. */
const LONGEST_LINE = 80;
/** Everything behind this line is a signature, whatever it says. */
const DASHES = /(?:^|\n)[ \t]*(?:--|__|—)[ \t]*(?:\n|$)/;

/** What a mail program's line names, in words: "iPhone 15", "Outlook for Android". */
const LONGEST_DEVICE = 4;

/**
 * Leaves out what stands under a message and is none of it: "Sent from my iPhone", "Regards, Grace, Zendesk Partner
 * Manager". Of a message that is only the line of a mail program nothing is left; one that is only a sign-off stays as it is.
 */
export function openWithoutSignature(intents: ReadonlyMap<string, Pick<Intents, 'answers'>>): (text: string) => string {
  const phrasesOf = (key: string) =>
    anyOf([...intents.values()].flatMap(({ answers }) => answers[key]?.examples ?? []));
  const [signOffs, sentFrom] = [phrasesOf('sign-off'), phrasesOf('sent-from')];
  const signOff = new RegExp(`(?:\\n|[.?!…,]\\s)[ \\t]*(?:${signOffs}|${sentFrom})(?![\\p{L}\\p{N}])`, 'giu');
  const inOneLine = new RegExp(`\\s(?:${sentFrom})(?![\\p{L}\\p{N}])`, 'giu');
  const nothingElse = new RegExp(`^\\s*(?:${sentFrom})(?![\\p{L}\\p{N}])(?:\\s+\\S+){0,${LONGEST_DEVICE}}\\s*$`, 'iu');
  return (text) => {
    if (text.length <= LONGEST_LINE && !/[?？]/.test(text) && nothingElse.test(text)) return '';
    const dashes = text.search(DASHES);
    // The program begins its line with a capital; "can mails be sent from my address" does not.
    const ofProgram = [...text.matchAll(inOneLine)].filter(([begun]) => /^\s\p{Lu}/u.test(begun));
    const found = [...text.matchAll(signOff), ...ofProgram].map(({ index, 0: begun }) =>
      // The mark that ends the sentence before stays.
      /^\s/.test(begun) ? index : index + 1,
    );
    const at = [...(dashes < 0 ? [] : [dashes]), ...found].find((place) => isSignature(text, place));
    return at === undefined ? text : text.slice(0, at).trim();
  };
}

const NEVER = '(?!)';
const anyOf = (phrases: readonly string[]): string =>
  phrases.map((phrase) => phrase.replace(/[^\p{L}\p{N} ]/gu, '.')).join('|') || NEVER;

function isSignature(text: string, at: number): boolean {
  const below = text.slice(at);
  return /\p{L}/u.test(text.slice(0, at)) && !/[?？]/.test(below) && below.split(/\s+/).length <= LONGEST_SIGNATURE;
}
