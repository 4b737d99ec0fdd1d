import { decodeHTMLStrict } from 'entities';

/** No body that we take is longer, in UTF-16 units; whatever stands behind it is not read. */
const LONGEST = 256 * 1024;
/** How often a text may have been encoded; more than that is nobody's channel. */
const MOST_LAYERS = 4;

/** Reads as it stands: most of what is typed. */
const PLAIN = /^[\t\n\r\x20-\x25\x27-\x7e]*$/;
/** "&amp;amp;amp;": however many there are, they are one "&". */
const AMPERSANDS = /&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);)+/g;
/** A number without its semicolon, which browsers read all the same; "&#1" may be a name of something. */
const OPEN_NUMBER = /&#(?:\d{2,7}(?![\d;])|[xX][\da-fA-F]{2,6}(?![\da-fA-F;]))/g;
/** What nobody sees: control characters, soft hyphens, marks of width zero and of direction, halves of characters. */
const HIDDEN = /(?:[\p{DI}\p{Cs}\ufff9-\ufffc]|(?![\t-\r\u0085])\p{Cc})+/gu;
/** Letters, digits and signs in another width or type face; "½", "™" and ligatures are what was meant. */
const OTHER_FACES = /[\uff01-\uff5e\u{1d400}-\u{1d7ff}]+/gu;
/** A digit on a key, struck out, or with other marks on it. */
const MARKED_DIGIT = /(?<=[0-9])(?:\p{Mn}|\u20e3)+|[\u0335\u0336]+/gu;

/** What joins the parts of an emoji, and says which of its forms is meant; flags of regions are spelled with tags. */
const EMOJI_PARTS = /^(?:\ufe0f?\u200d?|\ufe0f|[\u{e0020}-\u{e007f}]+)$/u;
const EMOJI_BEFORE = /(?:\p{ExtPict}|\p{EMod})$/u;
/** Scripts whose letters join, or do not, by such a mark. */
const JOINING_BEFORE = /(?![\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}])[\p{L}\p{M}]$/u;

/**
 * A text as people read it: HTML entities decoded, however often they were encoded, invisible characters gone, letters
 * and digits of other widths and faces made plain. Emojis, accents and every script stay. What is judged, searched for
 * secrets, kept or shown comes after it. Linear; reading twice changes nothing.
 */
export function readableText(raw: string): string {
  let text = raw.length > LONGEST ? raw.slice(0, LONGEST) : raw;
  if (PLAIN.test(text)) return text;
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const before = text;
    text = withoutMasks(decoded(before));
    if (text === before) return text;
  }
  // Encoded on purpose, over and over: it cannot be decoded any more.
  return text.replaceAll('&', ' ');
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return decodeHTMLStrict(text.replace(AMPERSANDS, '&').replace(OPEN_NUMBER, '$&;'));
}

function withoutMasks(text: string): string {
  return text
    .replace(HIDDEN, seenAfter)
    .replace(OTHER_FACES, (letters) => letters.normalize('NFKC'))
    .replace(MARKED_DIGIT, '');
}

/** What stays of characters that are invisible by themselves: those that make a visible one out of its neighbours. */
function seenAfter(run: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + run.length, at + run.length + 2);
  if (EMOJI_BEFORE.test(before) && EMOJI_PARTS.test(run)) {
    return run.endsWith('\u200d') && !/^\p{ExtPict}/u.test(after) ? run.slice(0, -1) : run;
  }
  return /^[\u200c\u200d]$/.test(run) && JOINING_BEFORE.test(before) && /^\p{L}/u.test(after) ? run : '';
}
