import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { section } from '../phrases/article.js';
import { resumeChoices } from '../phrases/choices.js';
import { oneTurn } from '../waterfall.js';
import { sayGone } from './say-gone.js';

/** The background behind an article, one section at a time. */
export function sectionDialog({ library }: DialogDeps) {
  return oneTurn<Given<'section'>, Next>('section', async (turn, given) => {
    const article = library.find(given.article, turn.language());
    const reply = article && section(article, given.section, turn.words(), turn.language());
    if (!reply) return sayGone(turn);
    turn.answered({ topic: given.article });
    const resume = resumeChoices(turn.memory(), library, turn.words(), turn.language());
    await turn.say({ ...reply, choices: [...resume, ...(reply.choices ?? [])] });
    return undefined;
  });
}
