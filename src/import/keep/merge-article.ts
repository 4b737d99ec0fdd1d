import { diff3Merge } from 'node-diff3';

/** What becomes of one file at an import. */
export type Merged =
  | { readonly kind: 'same' }
  | { readonly kind: 'added' | 'updated'; readonly text: string }
  /** Both changed it, in different lines. */
  | { readonly kind: 'joined'; readonly text: string }
  /** Edited by hand, unchanged at the source. */
  | { readonly kind: 'kept' }
  /** Both changed the same lines, or the file is not of an import: the hand's stand, the source's other lines come in. */
  | { readonly kind: 'conflict'; readonly text: string }
  /** Deleted by hand: it does not come back. */
  | { readonly kind: 'gone' };

/**
 * Joins what the source says now with what a person made of what it said before.
 * @param base what the last import wrote; nothing when it is new
 * @param own what stands there now; nothing when there is no file
 */
export function mergeArticle(base: string | undefined, own: string | undefined, theirs: string): Merged {
  if (own === undefined) return base === undefined ? { kind: 'added', text: theirs } : { kind: 'gone' };
  if (own === theirs) return { kind: 'same' };
  if (base === undefined) return { kind: 'conflict', text: own };
  if (base === own) return { kind: 'updated', text: theirs };
  if (base === theirs) return { kind: 'kept' };
  const regions = diff3Merge(lines(own), lines(base), lines(theirs), { excludeFalseConflicts: true });
  const text = regions.flatMap(({ ok, conflict }) => ok ?? conflict?.a ?? []).join('\n');
  return { kind: regions.some(({ conflict }) => conflict) ? 'conflict' : 'joined', text };
}

const lines = (text: string) => text.split('\n');
