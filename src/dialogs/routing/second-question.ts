import type { AnswerVerdict, NearestVerdict, Verdict } from '../../knowledge/understanding/verdict.js';
import { parseIntent } from '../parse-intent.js';
import { countWords } from './count-words.js';

/** Two questions are short; whoever writes more tells one story. In UTF-16 units, and in parts. */
const LONGEST = 400;
const MOST_PARTS = 6;
/** A part of fewer words is no question of its own: "agents and inboxes". */
const FEWEST_WORDS = 2;
/** How sure each part must be understood by itself (0…1). */
const SURE = 0.6;

/** Understood, and at least near enough to be offered. */
type Understood = AnswerVerdict | NearestVerdict;

/** A message that asks for two things. */
export interface TwoQuestions {
  readonly first: Understood;
  /** The id of the intent that the other one asks for. */
  readonly second: string;
}

/**
 * Finds two questions in one message, each about something else: "how do I turn off triggers and where is my key?".
 * @param languages whose word for "and" parts them, as the platform's own language data (CLDR) has it
 */
export function openTwoQuestions(
  languages: readonly string[],
): (text: string, judge: (text: string) => Verdict) => TwoQuestions | undefined {
  const and = languages.map((language) => {
    const [, join] = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(['a', 'b']);
    return join?.value.trim() ?? '';
  });
  const parting = new RegExp(`(?<=[?？!.;\\n])\\s*|\\s(?:${and.filter(Boolean).join('|')}|&|\\+)\\s`, 'iu');
  return (text, judge) => {
    if (text.length > LONGEST) return undefined;
    const parts = text.split(parting).filter((part) => /\p{L}/u.test(part) && countWords(part) >= FEWEST_WORDS);
    if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
    const found = parts.map(judge).filter(isQuestion);
    const [first] = found;
    const second = found.find(({ intent }) => first && isOther(subjectOf(intent), subjectOf(first.intent)));
    return first && second ? { first, second: second.intent } : undefined;
  };
}

function isQuestion(verdict: Verdict): verdict is Understood {
  const isNear = verdict.kind === 'answer' || (verdict.kind === 'nearest' && verdict.task === undefined);
  return isNear && verdict.confidence >= SURE && parseIntent(verdict.intent).kind !== 'command';
}

/** Looking at everything is no other subject than looking at a part of it. */
const isOther = (a: string, b: string): boolean => a !== b && a !== 'all' && b !== 'all';

/** An article and its check are about the same. */
function subjectOf(intent: string): string {
  const meant = parseIntent(intent);
  return meant.kind === 'check' ? meant.target : intent;
}
