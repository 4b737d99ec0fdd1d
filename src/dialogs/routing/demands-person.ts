import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { parseIntent } from '../parse-intent.js';

/** Who tells a story asks for a person somewhere else in it. */
const MOST_WORDS = 25;
/** Words of a demand for a person: "I want a human", "get me somebody from your team". */
const LENGTHS = [3, 4, 5, 6];
/** How sure these words alone must mean it (0…1). */
const SURE = 0.85;
/**
 * What the whole must show of it (0…1). A few words out of a question may look like it ("quiero armar una regla"): of 532
 * questions without a demand six did. Four of their wholes showed less than this, two more (0.07, 0.17); of seven demands the
 * least showed 0.029.
 */
const HEARD = 0.02;

/**
 * What a message that is not understood begins or ends when that is the demand for a person, without a mark between it and the
 * rest: "the button doesn't work I want a human".
 *
 * @param whole what the whole message means
 */
export function demandsPerson(
  text: string,
  whole: Pick<Verdict, 'candidates'>,
  judge: (text: string) => Verdict,
): Verdict | undefined {
  if (!whole.candidates.some(({ intent, score }) => score >= HEARD && isHandoff(intent))) return undefined;
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length > MOST_WORDS) return undefined;
  return LENGTHS.filter((length) => length < words.length)
    .flatMap((length) => [words.slice(-length), words.slice(0, length)])
    .map((part) => judge(part.join(' ')))
    .find(isDemand);
}

function isDemand(verdict: Verdict): boolean {
  return verdict.kind === 'answer' && verdict.confidence >= SURE && isHandoff(verdict.intent);
}

function isHandoff(intent: string): boolean {
  const meant = parseIntent(intent);
  return meant.kind === 'command' && meant.command === 'handoff';
}
