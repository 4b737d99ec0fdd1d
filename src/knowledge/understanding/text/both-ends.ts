/** How much of what is kept stands at the beginning. */
const HEAD = 0.6;
/** Longer runs without a blank are no word and no secret, in UTF-16 units. */
const LONGEST_RUN = 2000;

/**
 * The beginning and the end of a text that is longer than `longest` UTF-16 units: where a story has its question. The words at
 * the cut are left out whole: half a secret is no secret that anybody recognises.
 */
export function bothEnds(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = Math.floor(longest * HEAD);
  const tail = text.length - longest + head;
  return `${text.slice(0, wordStart(text, head))}\n${text.slice(wordEnd(text, tail) + 1)}`;
}

function wordStart(text: string, from: number): number {
  for (let at = from; at > Math.max(0, from - LONGEST_RUN); at--) if (/\s/.test(text.charAt(at))) return at;
  return from;
}

function wordEnd(text: string, from: number): number {
  for (let at = from; at < Math.min(text.length, from + LONGEST_RUN); at++) if (/\s/.test(text.charAt(at))) return at;
  return from;
}
