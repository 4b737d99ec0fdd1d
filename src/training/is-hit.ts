import type { Verdict } from '../knowledge/understanding/verdict.js';
import type { Question } from './questions-file.js';

/** A question, and what it was taken for. */
export interface JudgedQuestion extends Question {
  /** What was answered, the first of the choices, or the nearest guide; null when nothing was. */
  readonly got: string | null;
  readonly choices: readonly string[];
  readonly confidence: number;
  /** Probability (0…1) that it may be answered at all. */
  readonly scope: number;
  readonly verdict: Verdict['kind'];
  /** As what nothing was answered; null where something was. */
  readonly refused: Refusal | null;
}

/** Told apart: about another product, about a topic that must not be answered, another task than any guide's, or nothing that is known. */
export type Refusal = 'other-product' | 'topic' | 'task' | 'nothing';

/** A question with the verdict upon it. */
export function judgedQuestion(question: Question, verdict: Verdict): JudgedQuestion {
  const { kind, confidence, scope } = verdict;
  const choices = verdict.kind === 'choose' ? verdict.intents : [];
  return { ...question, got: firstOf(verdict), choices, confidence, scope, verdict: kind, refused: refusalOf(verdict) };
}

function refusalOf(verdict: Verdict): Refusal | null {
  if (verdict.kind !== 'unknown') return null;
  if (verdict.otherProduct !== undefined) return 'other-product';
  if (verdict.outside !== undefined) return 'topic';
  return verdict.task === undefined ? 'nothing' : 'task';
}

function firstOf(verdict: Verdict): string | null {
  switch (verdict.kind) {
    case 'answer':
    case 'nearest':
      return verdict.intent;
    case 'choose':
      return verdict.intents[0] ?? null;
    case 'unknown':
      return null;
  }
}

/** Commands that do no harm when nothing was asked for. */
export const HARMLESS: ReadonlySet<string> = new Set(['handoff', 'greeting', 'thanks', 'help']);

/** Whether the answer, the first choice or the nearest guide is what was expected; of what must not be answered, whether nothing was. */
export function isHit(one: JudgedQuestion): boolean {
  if (one.expect === 'none') return one.verdict !== 'answer' || one.got === null || HARMLESS.has(one.got);
  return one.got !== null && isExpected(one, one.got);
}

/** Whether an intent is what a question was expected to mean. */
export const isExpected = ({ expect, also = [] }: Question, got: string): boolean =>
  got === expect || also.includes(got);
