import type { DialogDeps } from '../dialog-deps.js';
import { type Given, type Next, NOT_UNDERSTOOD } from '../dialog-start.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { oneTurn } from '../waterfall.js';

/** To where the conversation was before. */
export function backDialog({ library }: DialogDeps) {
  return oneTurn<Given<'back'>, Next>('back', async (turn, given) => {
    const place = given.places.at(-1);
    const before = place ? 0 : turn.fellBack();
    if (before > 1) return NOT_UNDERSTOOD;
    const remember = place ? turn.answered : turn.remember;
    remember({ places: given.places.slice(0, -1) });
    if (place?.kind === 'article') return { dialog: 'answer', article: place.article, because: place.because };
    if (place?.kind === 'choose') return { dialog: 'choose', intents: place.intents, again: false };
    const t = turn.words();
    const resume = resumeChoices(turn.memory(), library, t, turn.language());
    await turn.say({
      kind: 'text',
      text: t(before === 0 ? 'small.nothingBack' : 'small.nothingAgain'),
      choices: [...resume, topics(t), person(t)],
    });
    return undefined;
  });
}
