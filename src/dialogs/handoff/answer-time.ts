import { dayAndTime } from '../phrases/moment.js';
import type { Turn } from '../turn.js';
import type { HandoffProspects } from './handoff-prospects.js';

/** By when the team answers, by the customer's clock; nothing when the team does not say. */
export function answerTime({ answerBy }: HandoffProspects, turn: Turn): readonly string[] {
  const by = answerBy();
  if (!by) return [];
  const when = dayAndTime(by.toISOString(), turn.language(), turn.timeZone);
  return [turn.words()('handoff.answerBy', { when })];
}
