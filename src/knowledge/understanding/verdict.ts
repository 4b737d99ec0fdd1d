/** An intent and its score before judgement: 0…1, higher is better. */
export interface Candidate {
  readonly intent: string;
  readonly score: number;
}

/** Why a verdict came out as it did; enough to say it in words. */
export type Reason =
  /** Words of the utterance that speak for the intent, as they were typed, strongest first. */
  | { readonly kind: 'matched-words'; readonly intent: string; readonly words: readonly string[] }
  /** The known example that is most like the utterance (similarity 0…1). */
  | { readonly kind: 'nearest-example'; readonly intent: string; readonly example: string; readonly similarity: number }
  /** How far the first intent is ahead of the second (difference of scores, 0…1). */
  | { readonly kind: 'lead'; readonly over: string | undefined; readonly by: number }
  /** A word was read as another one: a typo or an abbreviation. */
  | { readonly kind: 'respelled'; readonly written: string; readonly read: string }
  /** The utterance names a product that the knowledge base is not about. */
  | { readonly kind: 'other-product'; readonly product: string }
  /** The utterance is about a topic that must not be answered. */
  | { readonly kind: 'outside-topic'; readonly topic: string }
  /** Nothing in the utterance is known. */
  | { readonly kind: 'nothing-known' };

interface Judgement {
  /** Calibrated probability (0…1) that the first intent is what was meant. */
  readonly confidence: number;
  /** Calibrated probability (0…1) that it means anything that may be answered: what refusal is decided by. */
  readonly scope: number;
  /** Best first; outside intents are not among them. */
  readonly candidates: readonly Candidate[];
  readonly reasons: readonly Reason[];
}

/** Sure enough to be said as the answer. */
export interface AnswerVerdict extends Judgement {
  readonly kind: 'answer';
  readonly intent: string;
  /** The section of the article that answers (0 is the first), where one answers better than the whole. */
  readonly section?: number;
}

/** Several are as likely: the customer chooses. */
export interface DisambiguationVerdict extends Judgement {
  readonly kind: 'choose';
  /** Two or three, best first. */
  readonly intents: readonly string[];
}

/** Known, but not surely enough to be said as the answer: the guide is offered, with the doubt. */
export interface NearestVerdict extends Judgement {
  readonly kind: 'nearest';
  readonly intent: string;
  /** The action (`languages/actions.ts`) that is wanted and that the guide hardly ever does. */
  readonly task?: string;
}

/** Nothing is likely enough. */
export interface FallbackVerdict extends Judgement {
  readonly kind: 'unknown';
  /** The topic that it seems to be about, of those that must not be answered. */
  readonly outside?: { readonly topic: string };
  /** The product that it is about, as `vocabulary.yml` names it. */
  readonly otherProduct?: string;
  /** The intent that comes nearest, to offer it without claiming it. */
  readonly nearest?: string;
  /** As in {@link NearestVerdict}. */
  readonly task?: string;
}

export type Verdict = AnswerVerdict | DisambiguationVerdict | NearestVerdict | FallbackVerdict;
