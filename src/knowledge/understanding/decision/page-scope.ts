import { fittedPages } from '../fitted-pages.js';
import type { Evidence } from './gather-evidence.js';
import type { Scored } from './score-intents.js';

/**
 * Probability (0…1) that the page that comes first answers, where articles have no examples. Each of a hundred pages that
 * share a word has a little of the probability of all, which says nothing together.
 */
export function pageScope(evidence: Evidence, best: Scored, second: Scored | undefined): number {
  const { weights, bias } = fittedPages;
  const sum = pageFeatures(evidence, best, second).reduce((all, value, i) => all + value * (weights[i] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * What tells how surely it answers, in the order of its weights in `fitted-pages.ts`: how well it fits, and the nearest of
 * its examples, if it has any; how long the question is (a long one never fits as a whole), what else it may be about, and
 * how far the second page is behind.
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
