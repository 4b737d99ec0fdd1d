import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { oneTurn } from '../waterfall.js';

/** Says that a command is not carried out, and goes on where the conversation was. */
export function declinedDialog({ library }: DialogDeps) {
  return oneTurn<Given<'declined'>, Next>('declined', async (turn, { resume }) => {
    const t = turn.words();
    turn.answered();
    if (resume) {
      await turn.say({ kind: 'text', text: t('small.declined') });
      return resume;
    }
    const ways = resumeChoices(turn.memory(), library, t, turn.language());
    const text = [t('small.declined'), t('small.instead')].join(' ');
    await turn.say({ kind: 'text', text, choices: [...ways, topics(t), person(t)] });
    return undefined;
  });
}
