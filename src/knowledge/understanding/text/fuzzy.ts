import Fuse from 'fuse.js';
import { foldText } from './fold-text.js';

/** A label that a text comes near to. */
export interface Match<T> {
  readonly item: T;
  /** 1 = the same, 0 = nothing in common. */
  readonly score: number;
}

/** How loosely labels are found. */
export interface FinderOptions {
  /** Matches below this score are left out (0…1). 0.6 lets one or two letters of a word be wrong. */
  readonly least?: number;
  readonly limit?: number;
}

/** Finds labels by a text that may have typos, other case, other accents. */
export type Finder<T> = (text: string) => readonly Match<T>[];

/** Fuse's bitap works on 32 letters at a time; more says nothing about a label. */
const LONGEST = 64;

/**
 * A finder over labels: buttons, names, titles, words of a vocabulary. The only place that knows Fuse.js, whose
 * distance (0 = perfect) becomes a score (1 = perfect) here. Its cost grows with the labels: give it tens, not
 * thousands.
 */
export function createFinder<T>(
  items: readonly T[],
  labelOf: (item: T) => string,
  { least = 0.6, limit = 5 }: FinderOptions = {},
): Finder<T> {
  const labels = items.map((item) => ({ item, label: tidy(labelOf(item)) }));
  const fuse = new Fuse(labels, {
    keys: ['label'],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 1 - least,
    shouldSort: true,
  });
  return (text) => {
    const wanted = tidy(text);
    if (wanted === '') return [];
    const found = fuse.search(wanted, { limit: limit * 4 });
    return found
      .map(({ item: { item, label }, score = 1 }) => ({ item, score: (1 - score) * lengthLikeness(wanted, label) }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  };
}

/** Fuse finds a short text inside a long label and calls it perfect; we want labels of about the same length. */
function lengthLikeness(a: string, b: string): number {
  return 1 - (0.5 * Math.abs(a.length - b.length)) / Math.max(a.length, b.length);
}

function tidy(text: string): string {
  return foldText(text.slice(0, LONGEST * 4))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
