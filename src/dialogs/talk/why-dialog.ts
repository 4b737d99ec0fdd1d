import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { because } from '../phrases/because.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { oneTurn } from '../waterfall.js';

/** "Why this answer?": the reasons of the last one, in words. */
export function whyDialog({ library }: DialogDeps) {
  return oneTurn<Given<'why'>, Next>('why', async (turn) => {
    const t = turn.words();
    const memory = turn.memory();
    const title = memory.because && library.titleOf(memory.because.article, turn.language());
    // What the customer chose from a list needs no reasons of ours.
    const without = t(memory.topic === undefined ? 'why.nothing' : 'why.wrong');
    const text = memory.because && title ? because(memory.because, title, t) : without;
    await turn.say({
      kind: 'text',
      text,
      choices: [...resumeChoices(memory, library, t, turn.language()), topics(t), person(t)],
    });
    return undefined;
  });
}
