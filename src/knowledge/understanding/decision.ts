import type { IntentKind } from './intent.js';
import type { Margins } from './train-model.js';

/** What was gathered for one intent. */
export interface IntentEvidence {
  readonly kind: IntentKind;
  /** The classifier's word on the whole utterance; zeros without a classifier. */
  readonly margins: Margins;
  /** The highest margins of any clause; those of the whole when there is one clause. */
  readonly clause: Margins;
  /** Likeness (0…1) to its nearest known line, and to the nearest line that it does not answer. */
  readonly similarity: number;
  readonly refused: number;
  /** Its share (0…1) of the nearest lines, by similarity. */
  readonly support: number;
  /** Share (0…1) of the utterance's words that its article covers. */
  readonly coverage: number;
}

/** What was gathered for the utterance as a whole. */
export interface UtteranceEvidence {
  readonly words: number;
  readonly clauses: number;
  /** Share (0…1) of its words of content that no known line has. */
  readonly unknown: number;
  /** How few lines an intent has on average: 1 / √lines. */
  readonly scarcity: number;
  /** Whether another product is what it is about. */
  readonly otherProduct: boolean;
}

/**
 * The features that decide, in the order of their weights in `fitted.ts`.
 *
 * @public bench/understanding/fit.mjs
 */
export const DECISION_FEATURES = [
  'own',
  'topic',
  'kind',
  'similarity',
  'refused',
  'support',
  'coverage',
  'clauseOwn',
  'clauseTopic',
  'clauseKind',
  'check',
  'command',
  'commandLength',
  'articleClauses',
  'outside',
  'outsideClauses',
  'outsideClauseOwn',
  'outsideUnknown',
  'outsideUnknownShort',
  'outsideProduct',
  'outsideLength',
  'ownScarce',
  'coverageScarce',
] as const;

/**
 * Features of "nothing that we know", the intent that an utterance has when it has no other.
 *
 * @public bench/understanding/fit.mjs
 */
export const NOTHING_FEATURES = [
  'nothing',
  'nothingUnknown',
  'nothingSimilarity',
  'nothingCoverage',
  'nothingMargin',
  'nothingLead',
  'nothingSupport',
  'nothingLength',
] as const;

const SHORT = 5;

/** The values of DECISION_FEATURES for one intent. */
export function decisionFeatures(intent: IntentEvidence, utterance: UtteranceEvidence): number[] {
  const { kind, margins, clause, similarity, refused, support, coverage } = intent;
  const story = utterance.clauses > 1;
  const length = Math.log1p(utterance.words);
  const outside = kind === 'outside';
  const told = (value: number) => (outside && story ? value : 0);
  const inClause = (value: number) => (!outside && story ? value : 0);
  return [
    margins.own,
    margins.topic,
    margins.kind,
    similarity,
    refused,
    support,
    kind === 'article' ? coverage : 0,
    inClause(clause.own),
    inClause(clause.topic),
    inClause(clause.kind),
    kind === 'check' ? 1 : 0,
    kind === 'command' ? 1 : 0,
    kind === 'command' ? length : 0,
    kind === 'article' && story ? 1 : 0,
    outside ? 1 : 0,
    told(1),
    told(clause.own),
    outside ? utterance.unknown : 0,
    outside && utterance.words <= SHORT ? utterance.unknown : 0,
    outside && utterance.otherProduct ? 1 : 0,
    outside ? length : 0,
    margins.own * utterance.scarcity,
    kind === 'article' ? coverage * utterance.scarcity : 0,
  ];
}

/** The values of NOTHING_FEATURES: how well the best intent does in each respect. */
export function nothingFeatures(intents: readonly IntentEvidence[], { unknown, words }: UtteranceEvidence): number[] {
  let [similarity, support, coverage, margin, second] = [0, 0, 0, -2, -2];
  for (const { margins, ...intent } of intents) {
    similarity = Math.max(similarity, intent.similarity);
    support = Math.max(support, intent.support);
    coverage = Math.max(coverage, intent.coverage);
    second = Math.max(second, Math.min(margin, margins.own));
    margin = Math.max(margin, margins.own);
  }
  return [1, unknown, similarity, coverage, margin, margin - second, support, Math.log1p(words)];
}

/**
 * The probability of each intent, and last that of none of them: a conditional logit (McFadden 1974), exp(weights ·
 * features) over its sum.
 */
export function decide(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  nothing: readonly number[],
  nothingWeights: readonly number[],
): number[] {
  const utilities = [...rows.map((row) => dot(row, weights)), dot(nothing, nothingWeights)];
  const highest = utilities.reduce((a, b) => Math.max(a, b));
  const powers = utilities.map((utility) => Math.exp(utility - highest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

function dot(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (const [i, value] of values.entries()) sum += value * (weights[i] ?? 0);
  return sum;
}
