import { COMMANDS } from '../../channels/command.js';
import type { Intents } from '../../knowledge/articles/extend-intents.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { parseIntent } from '../parse-intent.js';
import { openFindPhrase } from './find-phrase.js';

/** Whether an utterance says that it does not work: and hardly anything else, or among other words. */
export type Trouble = 'only' | 'among-others';

/** Words beside the phrase up to which nothing else was said: "euh, ça marche pas". */
const MOST_OTHER_WORDS = 1;

/** Tells whether a phrase of `answers: trouble` is in an utterance. */
export function openTrouble(
  intents: ReadonlyMap<string, Pick<Intents, 'answers'>>,
): (text: string) => Trouble | undefined {
  const find = openFindPhrase(intents, 'trouble');
  return (text) => {
    const others = find(text);
    if (others === undefined) return undefined;
    return others <= MOST_OTHER_WORDS ? 'only' : 'among-others';
  };
}

/**
 * In the middle of steps, "it doesn't work" and another question about the same guide are about this step; a question
 * about something else is not.
 */
export function isStuck(trouble: Trouble | undefined, verdict: Verdict, article: string): boolean {
  if (trouble === 'only') return true;
  const meant = verdict.kind === 'answer' ? verdict.intent : undefined;
  if (meant === article) return true;
  return trouble === 'among-others' && (meant === undefined || yieldsToSteps(meant));
}

function yieldsToSteps(intent: string): boolean {
  const meant = parseIntent(intent);
  return meant.kind === 'command' && COMMANDS[meant.command].yieldsToSteps;
}
