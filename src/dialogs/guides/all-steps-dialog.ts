import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { allSteps } from '../phrases/article.js';
import { oneTurn } from '../waterfall.js';
import { sayGone } from './say-gone.js';

/** Every step at once, then the question whether it helped. */
export function allStepsDialog({ library }: DialogDeps) {
  return oneTurn<Given<'all-steps'>, Next>('all-steps', async (turn, given) => {
    const article = library.find(given.article, turn.language());
    if (!article) return sayGone(turn);
    turn.answered({ topic: article.id });
    await turn.say(allSteps(article, turn.words(), turn.language()));
    return { dialog: 'feedback', article: article.id };
  });
}
