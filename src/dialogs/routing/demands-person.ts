import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { parseIntent } from '../parse-intent.js';

/** Who tells a story asks for a person somewhere else in it. */
const MOST_WORDS = 25;
/** Words of a demand for a person: "I want a human", "get me somebody from your team". */
const LENGTHS = [3, 4, 5, 6];
/** How sure these words alone must mean it (0…1). */
const SURE = 0.85;

/**
 * Whether a message that is not understood begins or ends with the demand for a person, without a mark between it and the
 * rest: "the button doesn't work I want a human".
 */
export function demandsPerson(text: string, judge: (text: string) => Verdict): boolean {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length > MOST_WORDS) return false;
  return LENGTHS.filter((length) => length < words.length).some((length) =>
    [words.slice(-length), words.slice(0, length)].some((part) => isDemand(judge(part.join(' ')))),
  );
}

function isDemand(verdict: Verdict): boolean {
  if (verdict.kind !== 'answer' || verdict.confidence < SURE) return false;
  const meant = parseIntent(verdict.intent);
  return meant.kind === 'command' && meant.command === 'handoff';
}
