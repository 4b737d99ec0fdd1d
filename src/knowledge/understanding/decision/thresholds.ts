import { fitted } from '../fitted.js';
import { settings } from '../settings.js';

/** The lowest probabilities, of all intents that may be answered together, to answer and to offer a choice. */
export interface Thresholds {
  readonly answer: number;
  readonly choose: number;
}

/**
 * The thresholds for a false-answer budget (0…1): those at which that share of a knowledge base's own outside lines
 * would be answered; at least those of the shipped one.
 * @param scopes as `outsideScopes` found them
 */
export function thresholdsFor(budget: number, scopes?: ArrayLike<number>): Thresholds {
  const share = budget * settings.calibrationFactor;
  return { answer: thresholdFor(share, scopes), choose: thresholdFor(share * settings.chooseBudget, scopes) };
}

function thresholdFor(share: number, scopes: ArrayLike<number> | undefined): number {
  const usual = fittedThreshold(share);
  const sorted = Float64Array.from(scopes ?? []).sort();
  // Outside lines that are easy to tell apart say little about the hard questions that will come: they lower nothing.
  return Math.max(usual, sorted[Math.floor(sorted.length * (1 - share))] ?? usual);
}

function fittedThreshold(share: number): number {
  const points = fitted.thresholds;
  let before: (typeof points)[number] = points[0];
  if (share <= before.budget) return before.answer;
  for (const point of points) {
    if (share <= point.budget) {
      const way = point.budget === before.budget ? 0 : (share - before.budget) / (point.budget - before.budget);
      return before.answer + way * (point.answer - before.answer);
    }
    before = point;
  }
  return before.answer;
}
