import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { parseIntent } from '../parse-intent.js';

/** How sure a question must be (0…1) to be taken for one although a word in it could be an answer. */
const SURE = 0.8;

/** Whether a guide or a check is asked for, surely enough where it may be an answer to the open question. */
export function isSureQuestion(verdict: Verdict): boolean {
  return verdict.kind === 'answer' && verdict.confidence >= SURE && parseIntent(verdict.intent).kind !== 'command';
}
