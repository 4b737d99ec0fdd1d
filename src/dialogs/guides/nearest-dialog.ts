import type { DialogDeps } from '../dialog-deps.js';
import { type Given, type Next, NOT_UNDERSTOOD } from '../dialog-start.js';
import { intentChoice, person, resumeChoices, topics } from '../phrases/choices.js';
import { teamName } from '../phrases/team-name.js';
import type { Words } from '../phrases/words.js';
import { oneTurn } from '../waterfall.js';

/** An honest middle: the guide that comes nearest, one tap away, with the doubt said; another way to ask, and a person. */
export function nearestDialog({ library, team }: DialogDeps) {
  return oneTurn<Given<'nearest'>, Next>('nearest', async (turn, { intent, task }) => {
    const [nearest] = intentChoice(intent, library, turn.language());
    if (!nearest) return { dialog: 'unknown', verdict: { candidates: [{ intent, score: 0 }], reasons: [] } };
    const t = turn.words();
    const before = turn.fellBack();
    if (before > 1) return NOT_UNDERSTOOD;
    const names = { title: nearest.label, team: teamName(team, t) };
    const text = before > 0 ? t('nearest.again', names) : sentence(task, names, t);
    const resume = resumeChoices(turn.memory(), library, t, turn.language());
    await turn.say({ kind: 'text', text, choices: [...resume, nearest, person(t), topics(t)] });
    return undefined;
  });
}

/** What is wanted is named where there is a word for it: "how to delete it is not in my guides". */
function sentence(
  task: string | undefined,
  names: { readonly title: string; readonly team: string },
  t: Words,
): string {
  const action = task === undefined ? '' : t(`action.${task}` as 'action.delete', { defaultValue: '' });
  return action === '' ? t('nearest.ask', names) : t('nearest.task', { ...names, action });
}
