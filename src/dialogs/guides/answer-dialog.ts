import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { withPlace } from '../memory.js';
import { section, summary } from '../phrases/article.js';
import { resumeChoices } from '../phrases/choices.js';
import { oneTurn } from '../waterfall.js';
import { sayGone } from './say-gone.js';

/** The answer in short, or the section that answers: title, summary, where it comes from, and the ways on. */
export function answerDialog({ library, accounts }: DialogDeps) {
  return oneTurn<Given<'answer'>, Next>('answer', async (turn, given) => {
    const { article: id } = given;
    const article = library.find(id, turn.language());
    if (!article) return sayGone(turn);
    const memory = turn.memory();
    const because = given.because ?? (memory.because?.article === id ? memory.because : undefined);
    const places = withPlace(memory, { kind: 'article', article: id, because });
    turn.answered({ topic: id, because, places, away: false });
    const part =
      given.section === undefined ? undefined : section(article, given.section, turn.words(), turn.language());
    const reply = part ?? summary(article, turn.words(), turn.language(), accounts !== undefined);
    // Who chose the article from a list knows why.
    const ways = (reply.choices ?? []).filter(({ action }) => because || action.kind !== 'why');
    // An answer to a question in between offers the way back to what was begun (rule 17).
    const resume = resumeChoices(memory, library, turn.words(), turn.language());
    await turn.say({ ...reply, choices: [...resume, ...ways] });
    return undefined;
  });
}
