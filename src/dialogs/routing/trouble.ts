import { COMMANDS } from '../../channels/command.js';
import type { Intents } from '../../knowledge/articles/extend-intents.js';
import { foldText } from '../../knowledge/understanding/text/fold-text.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { parseIntent } from '../parse-intent.js';

/** Whether an utterance says that it does not work: and hardly anything else, or among other words. */
export type Trouble = 'only' | 'among-others';

/** Words beside the phrase up to which nothing else was said: "euh, ça marche pas". */
const MOST_OTHER_WORDS = 1;

/** Finds the phrases of `answers: trouble` in an utterance, whole words of any language. */
export function openTrouble(
  intents: ReadonlyMap<string, Pick<Intents, 'answers'>>,
): (text: string) => Trouble | undefined {
  const phrases = [...intents.values()]
    .flatMap(({ answers }) => answers.trouble?.examples ?? [])
    .map(wordsOf)
    .map((words) => ({ length: words.length, said: spaced(words) }));
  return (text) => {
    const words = wordsOf(text);
    const all = spaced(words);
    const found = phrases.filter(({ said }) => all.includes(said));
    if (found.length === 0) return undefined;
    const longest = Math.max(...found.map(({ length }) => length));
    return words.length - longest <= MOST_OTHER_WORDS ? 'only' : 'among-others';
  };
}

const wordsOf = (text: string) => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
/** So that only whole words are found in them. */
const spaced = (words: readonly string[]) => ` ${words.join(' ')} `;

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
