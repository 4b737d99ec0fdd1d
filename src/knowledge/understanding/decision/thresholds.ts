import { fitted } from '../fitted.js';
import { fittedAcross } from '../fitted-across.js';
import { fittedPages } from '../fitted-pages.js';
import { settings } from '../settings.js';

/** The lowest probabilities, of all intents that may be answered together, to answer at, and to offer the nearest at. */
export interface Thresholds {
  readonly answer: number;
  readonly offer: number;
}

/**
 * The thresholds for a false-answer budget (0…1): those at which that share of a knowledge base's own near misses would be
 * answered, and some times that share be offered the nearest guide.
 * @param hasExamples whether articles have examples: pages without them have thresholds that were found on other help centres
 * @param scopes as `nearMissScores` found them; without them, those of the shipped knowledge base
 */
export function thresholdsFor(budget: number, scopes: ArrayLike<number> | undefined, hasExamples: boolean): Thresholds {
  if (!hasExamples) return { answer: between(fittedPages.thresholds, budget), offer: settings.pageOffer };
  const sorted = scopes && Float64Array.from(scopes).sort();
  const at = (share: number) => (sorted ? quantile(sorted, 1 - share) : fittedThreshold(share));
  return { answer: at(budget), offer: at(Math.min(settings.mostOffered, budget * settings.offerFactor)) };
}

/** The same for questions in a language that no article is in: those of the shipped knowledge base, its articles in one language. */
export function acrossThresholds(budget: number): Thresholds {
  return {
    answer: between(fittedAcross.thresholds, budget),
    offer: between(fittedAcross.thresholds, settings.acrossOffered),
  };
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(sorted.length * share)))] ?? 1;
}

function fittedThreshold(share: number): number {
  return between(fitted.thresholds, share);
}

/** The threshold for a share, on the straight line between the two points around it. */
function between(points: readonly { readonly budget: number; readonly answer: number }[], share: number): number {
  let before = points[0] ?? { budget: 0, answer: 1 };
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
