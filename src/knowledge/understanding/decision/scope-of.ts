import { fittedPages } from '../fitted-pages.js';
import type { Evidence } from './gather-evidence.js';
import type { Scored } from './score-intents.js';

/**
 * Probability (0…1) that an utterance means anything that may be answered. Where articles have no examples, each of a
 * hundred pages that share a word has a little of it, which says nothing together: there it is how surely the first one
 * answers.
 * @param inside what may be answered, best first
 */
export function scopeOf(evidence: Evidence, inside: readonly Scored[], hasExamples: boolean): number {
  const [best, second] = inside;
  if (!best) return 0;
  if (hasExamples || best.intent.kind !== 'article')
    return inside.reduce((sum, { probability }) => sum + probability, 0);
  const features = pageFeatures(evidence, best, second);
  const { weights, bias } = fittedPages;
  return 1 / (1 + Math.exp(-features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias)));
}

/**
 * What tells how surely the page that comes first answers, in the order of its weights in `fitted-pages.ts`: how well it
 * fits, and the nearest of its examples, if it has any, how long the question is (a long one never fits as a whole), what else it may be about, and how far the second
 * page is behind.
 *
 * @public bench/understanding/fit-pages.mjs
 */
export function pageFeatures(
  { scored, utterance }: Evidence,
  { evidence, probability }: Scored,
  second: Scored | undefined,
): number[] {
  const outside = scored.find(({ intent }) => intent.kind === 'outside')?.probability ?? 0;
  return [
    evidence.coverage,
    evidence.page.name,
    evidence.page.passage,
    evidence.similarity,
    Math.log1p(utterance.words),
    outside,
    probability - (second?.probability ?? 0),
  ];
}
