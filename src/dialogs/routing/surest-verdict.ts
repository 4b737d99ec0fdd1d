import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { parseIntent } from '../parse-intent.js';

/** How much a kind of verdict tells of what was asked; a greeting around a question is none. */
const RANKS: Readonly<Record<Verdict['kind'], number>> = { answer: 4, choose: 3, nearest: 2, unknown: 0 };
const COMMAND = 1;

/** Of the parts of one message, what is understood best of it. */
export function surestVerdict([first, ...others]: readonly Verdict[]): Verdict {
  if (first === undefined) throw new Error('A message has at least one part.');
  return others.reduce((best, verdict) => (isSurer(verdict, best) ? verdict : best), first);
}

function isSurer(a: Verdict, b: Verdict): boolean {
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  return rankA === rankB ? a.confidence > b.confidence : rankA > rankB;
}

const rankOf = (verdict: Verdict) =>
  verdict.kind === 'answer' && parseIntent(verdict.intent).kind === 'command' ? COMMAND : RANKS[verdict.kind];
