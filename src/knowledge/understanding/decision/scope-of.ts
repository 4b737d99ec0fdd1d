import type { Scored } from './score-intents.js';

/**
 * Probability (0…1) that an utterance means anything that may be answered.
 * @param inside what may be answered
 */
export function scopeOf(inside: readonly Scored[]): number {
  return inside.reduce((sum, { probability }) => sum + probability, 0);
}
