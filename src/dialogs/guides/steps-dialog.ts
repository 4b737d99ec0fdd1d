import type { Action } from '../../channels/action.js';
import type { Choice, Reply } from '../../channels/reply.js';
import type { Article, ArticleStep } from '../../knowledge/articles/article.js';
import type { DialogDeps, Team } from '../dialog-deps.js';
import { type Given, type Next, NOT_UNDERSTOOD } from '../dialog-start.js';
import { checkChoices, oneStep } from '../phrases/article.js';
import { person, stop } from '../phrases/choices.js';
import { teamName } from '../phrases/team-name.js';
import type { Words } from '../phrases/words.js';
import { type Step, waterfall } from '../waterfall.js';
import { sayGone } from './say-gone.js';

type Steps<Answer> = Step<Given<'steps'>, Answer, Next>;

/** Walks through an article, one step a turn; what is not finished is remembered and can be gone on with. */
export function stepsDialog({ library, accounts, team }: DialogDeps) {
  const showStep = async ({ given, turn, askChoice, finish }: Steps<undefined>) => {
    const article = library.find(given.article, turn.language());
    if (!article) return finish(await sayGone(turn));
    const number = Math.min(given.step, article.steps.length);
    const step = article.steps[number - 1];
    if (!step) return finish({ dialog: 'answer', article: article.id });
    const t = turn.words();
    const changes = {
      topic: article.id,
      unfinished: { ...turn.memory().unfinished, steps: { article: article.id, step: number } },
    };
    const before = given.why ? turn.fellBack(changes) : 0;
    // Gone through twice already: somebody has to look at it.
    if (before > 1) return finish(NOT_UNDERSTOOD);
    if (!given.why) turn.answered(changes);
    const total = article.steps.length;
    if (given.why === 'confused')
      return askChoice([{ kind: 'text', text: t('steps.pick', { number, total }) }], ways(article, number, t));
    if (given.why === 'stuck')
      return askChoice(
        [stuck(article, step, team, before, t)],
        waysWhenStuck(article, number, accounts !== undefined, t),
      );
    return askChoice([oneStep(article, step, t)], ways(article, number, t));
  };

  const move = async ({ given, answer, turn, again, finish }: Steps<Action>) => {
    const total = library.find(given.article, turn.language())?.steps.length ?? 0;
    // The guide may have changed since the step was shown.
    const step = turn.memory().unfinished?.steps?.step ?? given.step;
    if (answer.kind === 'previous')
      return again({ dialog: 'steps', article: given.article, step: Math.max(1, step - 1) });
    if (step < total) return again({ dialog: 'steps', article: given.article, step: step + 1 });
    turn.remember({ unfinished: { ...turn.memory().unfinished, steps: undefined } });
    return finish({ dialog: 'feedback', article: given.article });
  };

  return waterfall<Given<'steps'>, Next>('steps').step(showStep).step(move).build();
}

/** The step once more, with what helps when the screen looks different. */
function stuck(article: Article, step: ArticleStep, team: Team, before: number, t: Words): Reply {
  const video = article.video ? [t('steps.stuckVideo', { ...article.video })] : [];
  const after = [...video, t('steps.stuckPerson', { team: teamName(team, t) })];
  return oneStep(article, step, t, { before: [t(before === 0 ? 'steps.stuck' : 'steps.stuckAgain')], after });
}

function waysWhenStuck(article: Article, step: number, hasChecks: boolean, t: Words): readonly Choice[] {
  const others = ways(article, step, t).filter(({ action }) => action.kind !== 'handoff');
  return [person(t), ...checkChoices(article, hasChecks, t), ...others];
}

function ways(article: Article, step: number, t: Words): readonly Choice[] {
  const last = step === article.steps.length;
  return [
    { label: t(last ? 'choice.finish' : 'choice.next'), action: { kind: 'next' }, inPlace: true },
    ...(step > 1 ? [{ label: t('choice.previous'), action: { kind: 'previous' }, inPlace: true } as const] : []),
    stop(t),
    person(t),
  ];
}
