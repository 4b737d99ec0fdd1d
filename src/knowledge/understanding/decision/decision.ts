import type { Margins } from '../classifier/train-model.js';
import type { PageEvidence } from '../corpus/page-evidence.js';
import type { IntentKind } from '../intent.js';

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
  /** How its page fits, where articles have no examples. */
  readonly page: PageEvidence;
  /** Of a command: share (0…1) of the utterance's words of content that its nearest example does not have. */
  readonly unsaid: number;
  readonly task: TaskEvidence;
  /** Where no article is in the utterance's language: likeness (-1…1) of its meaning to the nearest lines in others; otherwise 0. */
  readonly across: number;
}

/** How what the utterance wants done fits what the intent does: the right object, another task, is no answer. */
export interface TaskEvidence {
  /** Logarithms of the shares of its examples that name the utterance's most usual, and rarest, action; 0 without any. */
  readonly usual: number;
  readonly rarest: number;
  /** How many of the utterance's actions it hardly ever does, and how many of its last clause. */
  readonly foreign: number;
  readonly foreignAtEnd: number;
  /** Whether it names actions, and the intent hardly ever does any of them. */
  readonly allForeign: boolean;
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
  /** How many actions it names, and how many of them nothing that may be answered does. */
  readonly actions: number;
  readonly foreignActions: number;
  /** Where no article is in its language: for each of FORMS whether it has such a small word. Otherwise undefined. */
  readonly forms: readonly boolean[] | undefined;
}

/**
 * Small words that every language has, and that tell "how do I" from "are mine": what an article in another language
 * cannot teach of a question in this one.
 */
export const FORMS = [
  'how',
  'where',
  'why',
  'when',
  'must',
  'may',
  'which',
  'many',
  'mine',
  'still',
  'look',
  'you',
  'not',
  'want',
  'isit',
] as const;

/**
 * The features that decide, in the order of their weights in `fitted.ts`. Each kind of intent has weights of its own.
 *
 * @public bench/understanding/fit.mjs
 */
export const DECISION_FEATURES = [
  'own',
  'topic',
  'kind',
  'both',
  'similarity',
  'refused',
  'support',
  'coverage',
  'clauseOwn',
  'clauseTopic',
  'clauseKind',
  'always',
  'story',
  'length',
  'unknown',
  'otherProduct',
  'ownScarce',
  'coverageScarce',
  'usualAction',
  'rarestAction',
  'foreignActions',
  'foreignAtEnd',
  'anyAction',
  'allForeign',
  'pageName',
  'pageAsked',
  'pageHeading',
  'pagePassage',
  'unsaid',
] as const;

/**
 * What comes after them where no article is in the utterance's language.
 *
 * @public bench/understanding/fit-across.mjs
 */
export const ACROSS_FEATURES = ['across', ...FORMS] as const;

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
  'nothingAction',
  'nothingForeign',
  'nothingName',
  'nothingAsked',
  'nothingPassage',
] as const;

/**
 * What comes after them there.
 *
 * @public bench/understanding/fit-across.mjs
 */
export const NOTHING_ACROSS_FEATURES = ['nothingAcross'] as const;

/** Weights of DECISION_FEATURES by kind, and of NOTHING_FEATURES; with those of the features across languages behind them, if any. */
export interface Weights extends Readonly<Record<IntentKind, readonly number[]>> {
  readonly nothing: readonly number[];
}

/**
 * The values of DECISION_FEATURES for one intent.
 *
 * @public bench/understanding/fit.mjs
 */
export function decisionFeatures(intent: IntentEvidence, utterance: UtteranceEvidence): number[] {
  const { margins, clause, similarity, refused, support, coverage, task, page } = intent;
  const story = utterance.clauses > 1 ? 1 : 0;
  return [
    margins.own,
    margins.topic,
    margins.kind,
    // A check is meant when the topic is right and something is to be looked at: one without the other is not enough.
    Math.min(margins.topic, margins.kind),
    similarity,
    refused,
    support,
    coverage,
    story * clause.own,
    story * clause.topic,
    story * clause.kind,
    1,
    story,
    Math.log1p(utterance.words),
    utterance.unknown,
    utterance.otherProduct ? 1 : 0,
    margins.own * utterance.scarcity,
    coverage * utterance.scarcity,
    task.usual,
    task.rarest,
    task.foreign,
    task.foreignAtEnd,
    utterance.actions > 0 ? 1 : 0,
    task.allForeign ? 1 : 0,
    page.name,
    page.asked,
    page.heading,
    page.passage,
    intent.unsaid,
    ...(utterance.forms ? [intent.across, ...utterance.forms.map(Number)] : []),
  ];
}

/**
 * The values of NOTHING_FEATURES: how well the best intent does in each respect.
 *
 * @public bench/understanding/fit.mjs
 */
export function nothingFeatures(
  intents: readonly IntentEvidence[],
  { unknown, words, actions, foreignActions, forms }: UtteranceEvidence,
): number[] {
  let [similarity, support, coverage, margin, second] = [0, 0, 0, -2, -2];
  let [name, asked, passage, across] = [0, 0, 0, 0];
  for (const intent of intents) {
    const { own } = intent.margins;
    similarity = Math.max(similarity, intent.similarity);
    support = Math.max(support, intent.support);
    coverage = Math.max(coverage, intent.coverage);
    name = Math.max(name, intent.page.name);
    asked = Math.max(asked, intent.page.asked);
    passage = Math.max(passage, intent.page.passage);
    across = Math.max(across, intent.across);
    second = Math.max(second, Math.min(margin, own));
    margin = Math.max(margin, own);
  }
  const lead = margin - second;
  const length = Math.log1p(words);
  return [
    1,
    unknown,
    similarity,
    coverage,
    margin,
    lead,
    support,
    length,
    actions > 0 ? 1 : 0,
    foreignActions,
    name,
    asked,
    passage,
    ...(forms ? [across] : []),
  ];
}

/**
 * The probability of each intent, and last that of none of them: a conditional logit (McFadden 1974), exp(weights ·
 * features) over its sum.
 */
export function decide(intents: readonly IntentEvidence[], utterance: UtteranceEvidence, weights: Weights): number[] {
  const utilities = intents.map((intent) => dot(decisionFeatures(intent, utterance), weights[intent.kind]));
  utilities.push(dot(nothingFeatures(intents, utterance), weights.nothing));
  const highest = utilities.reduce((a, b) => Math.max(a, b));
  const powers = utilities.map((utility) => Math.exp(utility - highest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

function dot(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}
