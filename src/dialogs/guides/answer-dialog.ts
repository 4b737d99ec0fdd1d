import type { Reply } from '../../channels/reply.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { DialogStart, Given } from '../dialog-start.js';
import { withPlace } from '../memory.js';
import { allSteps, section, summary } from '../phrases/article.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import type { Turn } from '../turn.js';
import { type Step, waterfall } from '../waterfall.js';

/** A dialog ends by naming the one to open next, if any. */
export type Next = DialogStart | undefined;

/** The answer in short: title, summary, where it comes from, and the ways on. */
export function answerDialog({ library, accounts }: DialogDeps) {
  const show = async ({ given, turn, finish }: Step<Given<'answer'>, undefined, Next>) => {
    const { article: id } = given;
    const article = library.find(id, turn.language());
    if (!article) return finish(await sayGone(turn));
    const memory = turn.memory();
    const because = given.because ?? (memory.because?.article === id ? memory.because : undefined);
    const places = withPlace(memory, { kind: 'article', article: id, because });
    turn.answered({ topic: id, because, places, away: false });
    const reply = summary(article, turn.words(), turn.language(), accounts !== undefined);
    // Who chose the article from a list knows why.
    const ways = (reply.choices ?? []).filter(({ action }) => because || action.kind !== 'why');
    // An answer to a question in between offers the way back to what was begun (rule 17).
    const resume = resumeChoices(memory, library, turn.words(), turn.language());
    await turn.say({ ...reply, choices: [...resume, ...ways] });
    return finish(undefined);
  };
  return waterfall<Given<'answer'>, Next>('answer').step(show).build();
}

/** Every step at once, then the question whether it helped. */
export function allStepsDialog({ library }: DialogDeps) {
  const show = async ({ given, turn, finish }: Step<Given<'all-steps'>, undefined, Next>) => {
    const article = library.find(given.article, turn.language());
    if (!article) return finish(await sayGone(turn));
    turn.answered({ topic: article.id });
    await turn.say(allSteps(article, turn.words(), turn.language()));
    return finish({ dialog: 'feedback', article: article.id });
  };
  return waterfall<Given<'all-steps'>, Next>('all-steps').step(show).build();
}

/** The background behind an article, one section at a time. */
export function sectionDialog({ library }: DialogDeps) {
  const show = async ({ given, turn, finish }: Step<Given<'section'>, undefined, Next>) => {
    const article = library.find(given.article, turn.language());
    const reply = article && section(article, given.section, turn.words(), turn.language());
    if (!reply) return finish(await sayGone(turn));
    turn.answered({ topic: given.article });
    const resume = resumeChoices(turn.memory(), library, turn.words(), turn.language());
    await turn.say({ ...reply, choices: [...resume, ...(reply.choices ?? [])] });
    return finish(undefined);
  };
  return waterfall<Given<'section'>, Next>('section').step(show).build();
}

/** An old button may lead to an article that is no longer there. */
export async function sayGone(turn: Turn): Promise<undefined> {
  const t = turn.words();
  const gone: Reply = { kind: 'text', text: t('article.gone'), choices: [topics(t), person(t)] };
  await turn.say(gone);
}
