import type { DialogDeps } from '../dialog-deps.js';
import { type Given, type Next, NOT_UNDERSTOOD } from '../dialog-start.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { oneTurn } from '../waterfall.js';

/** Says what cannot be read and what can, and goes on where the conversation was; whoever goes on sending it gets a person. */
export function unreadDialog({ library }: DialogDeps) {
  return oneTurn<Given<'unread'>, Next>('unread', async (turn, { what, resume }) => {
    const t = turn.words();
    if (turn.fellBack() > 1) return NOT_UNDERSTOOD;
    const text = t(`unread.${what}`);
    if (resume) {
      await turn.say({ kind: 'text', text });
      return resume;
    }
    const ways = resumeChoices(turn.memory(), library, t, turn.language());
    await turn.say({ kind: 'text', text, choices: [...ways, person(t), topics(t)] });
    return undefined;
  });
}
