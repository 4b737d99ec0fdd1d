import { settings } from '../../knowledge/understanding/settings.js';
import { bothEnds } from '../../knowledge/understanding/text/both-ends.js';
import { countWords } from './count-words.js';

/** From this length on a message has something pasted in it, in UTF-16 units. */
const LONG = 1000;
/** What a person says before and after what is pasted, at most. */
const MOST_SAID = 400;
/** Share of the words of a line that are words of a language, where somebody speaks. */
const MOSTLY = 0.7;
const FEWEST_WORDS = 3;

/** Longer runs are no words, in UTF-16 units. */
const LONGEST_WORD = 40;
const WORD = /^[\p{P}\p{S}]*\p{L}[\p{L}\p{M}'’-]*[\p{P}]*$/u;

/** Whether so much is left out of it that it has to be said. */
export const isReadInPart = (text: string): boolean => text.length > settings.longestText;

/** The parts of a message that are asked for their meaning: what somebody says in it, or, where nobody does, all of it. */
export function askedParts(text: string): readonly string[] {
  const said = saidParts(text);
  return said.length > 0 ? said : [text];
}

/**
 * The parts of a message in which somebody speaks: of a long one, what stands in words before and after what was pasted
 * (a log, a list, a mail), and the whole where it is told in words throughout. A short message is its only part.
 */
export function saidParts(text: string): readonly string[] {
  if (text.length <= LONG) return [text];
  const pieces = bothEnds(text, 2 * settings.longestText)
    .split(/\n+|(?<=[?？!])\s*/u)
    .filter((piece) => piece.trim() !== '');
  const head = linesSaid(pieces, (piece) => piece.slice(0, MOST_SAID));
  const tail = linesSaid([...pieces].reverse(), (piece) => piece.slice(-MOST_SAID));
  const told = pieces.filter(isSaid).reduce((sum, piece) => sum + piece.length, 0);
  const all = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const parts = [...(told >= all * MOSTLY ? [text] : []), head.join('\n'), tail.reverse().join('\n')];
  return [...new Set(parts.filter((part) => countWords(part) >= FEWEST_WORDS))];
}

/** The lines in a row in which somebody speaks, from this end. */
function linesSaid(pieces: readonly string[], cut: (piece: string) => string): string[] {
  const found: string[] = [];
  let room = MOST_SAID;
  for (const piece of pieces) {
    if (!isSaid(piece) || room <= 0) break;
    found.push(cut(piece));
    room -= piece.length;
  }
  return found;
}

function isSaid(piece: string): boolean {
  const words = piece.split(/\s+/).filter(Boolean);
  return words.filter((word) => word.length <= LONGEST_WORD && WORD.test(word)).length >= words.length * MOSTLY;
}
