import type { Scored } from './score-intents.js';

/** Pages that a customer may be shown at once. */
const SHOWN = 3;

/**
 * Probability (0…1) that an utterance means anything that may be answered. Where articles have no examples, each of a
 * hundred pages that share a word has a little of it, which says nothing together: there the best ones count alone.
 * @param inside what may be answered, best first
 */
export function scopeOf(inside: readonly Scored[], hasExamples: boolean): number {
  return (hasExamples ? inside : inside.slice(0, SHOWN)).reduce((sum, { probability }) => sum + probability, 0);
}
