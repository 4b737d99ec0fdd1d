import { escapeMarkdown } from '../../channels/escape-markdown.js';
import { readExpectedAgents } from '../../checks/read-expected-agents.js';
import { readExpectedFields } from '../../checks/read-expected-fields.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { cancel, person, topics } from '../phrases/choices.js';
import type { Turn } from '../turn.js';
import { type Step, waterfall } from '../waterfall.js';
import { withList } from './account-notes.js';

/** Parts of a list that could not be read, as many as are told, and the characters of each. */
const [MOST_TOLD, LONGEST_TOLD] = [5, 80];

/** Takes the list of agents or fields that should be there, as people paste it, and checks against it. */
export function expectDialog(_needs: DialogDeps) {
  const askList = async ({ given, turn, askText }: Step<Given<'expect'>, undefined, Next>) => {
    const t = turn.words();
    const question = given.check === 'agents' ? t('look.askAgents') : t('look.askFields');
    const text = given.again ? `${t('look.listNothing')}\n\n${question}` : question;
    return askText('list', [{ kind: 'text', text }], [cancel(t), ...(given.again ? [topics(t), person(t)] : [])]);
  };

  const readList = async ({ given, answer, turn, again: askAgain, finish }: Step<Given<'expect'>, string, Next>) => {
    const { count, notUnderstood } = keepList(given.check, answer, turn);
    if (count === 0) return askAgain({ ...given, again: true });
    if (notUnderstood.length > 0) {
      const lines = notUnderstood
        .slice(0, MOST_TOLD)
        .map((line) => escapeMarkdown(line.slice(0, LONGEST_TOLD)))
        .join(', ');
      await turn.say({ kind: 'text', text: turn.words()('look.listSome', { count, lines }) });
    }
    return finish({ dialog: 'check', check: given.check });
  };

  return waterfall<Given<'expect'>, Next>('expect').step(askList).step(readList).build();
}

/** As much of what could not be read as is told again with each finding. */
const told = (parts: readonly string[]) => parts.slice(0, MOST_TOLD).map((part) => part.slice(0, LONGEST_TOLD));

function keepList(
  check: 'agents' | 'custom-fields',
  pasted: string,
  turn: Turn,
): { readonly count: number; readonly notUnderstood: readonly string[] } {
  if (check === 'agents') {
    const { emails, notUnderstood } = readExpectedAgents(pasted);
    if (emails.length > 0)
      turn.remember(withList(check, { agents: emails, unreadAgents: told(notUnderstood) }, turn.memory()));
    return { count: emails.length, notUnderstood };
  }
  const { fields, notUnderstood } = readExpectedFields(pasted);
  if (fields.length > 0) turn.remember(withList(check, { fields, unreadFields: told(notUnderstood) }, turn.memory()));
  return { count: fields.length, notUnderstood };
}
