import type { LanguageRules } from '../languages/language-rules.js';
import { createFinder } from './fuzzy.js';

/** Reads a word that the knowledge base does not know as one that it knows; undefined when none is near enough. */
export type Speller = (word: string) => string | undefined;

/** What a speller knows. */
export interface SpellerWords {
  /** Known words with the number of lines that hold them. */
  readonly words: ReadonlyMap<string, number>;
  /** written → meant, folded. */
  readonly spelling: ReadonlyMap<string, string>;
  readonly rules: LanguageRules;
}

const SHORTEST = 4;
/** Words that share the most pieces with the wrong one go to Fuse.js; more of them do not change the outcome. */
const SHORTLIST = 12;
const FORGET_AFTER = 5000;

/**
 * A speller over known words. Words are looked up by the pieces that they share (pairs of letters), so that the cost
 * hardly grows with the vocabulary; Fuse.js and the number of letters to change judge the shortlist.
 */
export function createSpeller({ words, spelling, rules }: SpellerWords): Speller {
  const list = [...words.keys()].filter((word) => word.length >= 3).sort();
  const pieces = new Map<number, number[]>();
  const sounds = new Map<string, string>();
  for (const [i, word] of list.entries()) {
    for (const piece of piecesOf(word)) {
      const held = pieces.get(piece);
      if (held) held.push(i);
      else pieces.set(piece, [i]);
    }
    const sound = rules.sound?.(word);
    if (sound === undefined || sound.length < 3) continue;
    const rival = sounds.get(sound);
    if (rival === undefined || (words.get(rival) ?? 0) < (words.get(word) ?? 0)) sounds.set(sound, word);
  }
  const remembered = new Map<string, string | undefined>();

  const shared = new Uint8Array(list.length);
  /** The known words that share the most pieces; of equal ones the more frequent. */
  const shortlistFor = (word: string): readonly string[] => {
    const touched: number[] = [];
    for (const piece of piecesOf(word))
      for (const i of pieces.get(piece) ?? []) {
        if (Math.abs((list[i]?.length ?? 0) - word.length) > 2) continue;
        if (shared[i] === 0) touched.push(i);
        shared[i] = (shared[i] ?? 0) + 1;
      }
    const counts = touched.map((i) => shared[i] ?? 0);
    for (const i of touched) shared[i] = 0;
    const found = touched.map((i, at) => ({ word: list[i] ?? '', pieces: counts[at] ?? 0 }));
    const least = counts.sort((a, b) => b - a)[SHORTLIST - 1] ?? 0;
    return found
      .filter((each) => each.pieces >= least)
      .sort((a, b) => b.pieces - a.pieces || (words.get(b.word) ?? 0) - (words.get(a.word) ?? 0))
      .slice(0, SHORTLIST)
      .map((each) => each.word);
  };

  const nearest = (word: string): string | undefined => {
    const allowed = word.length >= 8 ? 2 : 1;
    const close = shortlistFor(word)
      .map((known) => ({ known, edits: editsBetween(word, known, allowed) }))
      .filter(({ known, edits }) => edits <= allowed && !hasPrefix(word, known));
    if (close.length === 0) return undefined;
    const near = createFinder(close, ({ known }) => known, { least: 0.5, limit: SHORTLIST })(word)
      .map(({ item }) => item)
      .sort((a, b) => a.edits - b.edits || (words.get(b.known) ?? 0) - (words.get(a.known) ?? 0));
    return near[0]?.known;
  };

  return (word) => {
    const meant = spelling.get(word);
    if (meant !== undefined) return meant;
    if (words.has(word) || word.length < SHORTEST || word.length > 30 || /\d/.test(word)) return undefined;
    if (remembered.has(word)) return remembered.get(word);
    const sound = rules.sound?.(word);
    const read = nearest(word) ?? (sound === undefined ? undefined : sounds.get(sound));
    if (remembered.size >= FORGET_AFTER) remembered.clear();
    remembered.set(word, read);
    return read;
  };
}

/** Whether one word is the other with letters put before it: "deactivate" is no way to write "activate". */
function hasPrefix(a: string, b: string): boolean {
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return longer.length - shorter.length >= 2 && longer.endsWith(shorter);
}

/** The pairs of neighbouring letters, borders included, each once, as numbers: they are quicker to look up. */
function piecesOf(word: string): readonly number[] {
  const text = `^${word}$`;
  const pieces: number[] = [];
  for (let i = 0; i + 2 <= text.length; i++) {
    const piece = text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1);
    if (!pieces.includes(piece)) pieces.push(piece);
  }
  return pieces;
}

/**
 * Letters to change, leave out, add or swap (Damerau-Levenshtein, optimal string alignment), up to `most`; above it
 * `most + 1`.
 */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
