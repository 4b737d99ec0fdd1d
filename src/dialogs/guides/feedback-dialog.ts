import type { Choice, Reply } from '../../channels/reply.js';
import type { DialogDeps } from '../dialog-deps.js';
import { type FeedbackReason, type Given, type Next, NOT_UNDERSTOOD } from '../dialog-start.js';
import { sectionChoices } from '../phrases/article.js';
import { again, intentChoice, person, resumeChoices, topics } from '../phrases/choices.js';
import { teamName } from '../phrases/team-name.js';
import type { Words } from '../phrases/words.js';
import type { Turn } from '../turn.js';
import { oneTurn } from '../waterfall.js';
import { sayGone } from './say-gone.js';

const REASONS: Readonly<Record<FeedbackReason, (t: Words) => string>> = {
  'other-question': (t) => t('feedback.otherQuestion'),
  unclear: (t) => t('feedback.unclear'),
  differs: (t) => t('feedback.differs'),
  failed: (t) => t('feedback.failed'),
};

/** After the steps that mend what a check found, the account itself tells whether they did. */
function lookAgain(article: string, turn: Turn): readonly Choice[] {
  return turn.memory().looked?.findings[article]?.kind === 'problem' ? [again(article, turn.words())] : [];
}

/** "Was this helpful?", once an article, never blocking; "no" leads to reasons and a person (rule 23). */
export function feedbackDialog({ library, team }: DialogDeps) {
  /** The second time, other words and other ways. */
  function stillNot(turn: Turn): Reply {
    const t = turn.words();
    return {
      kind: 'text',
      text: t('feedback.stillNot', { team: teamName(team, t) }),
      choices: [person(t), ...resumeChoices(turn.memory(), library, t, turn.language()), topics(t)],
    };
  }

  function reply({ article, said }: Given<'feedback'>, turn: Turn): Reply {
    const t = turn.words();
    const memory = turn.memory();
    const onward = [
      ...lookAgain(article, turn),
      ...resumeChoices(memory, library, t, turn.language()),
      ...more(article, turn),
    ];
    switch (said) {
      case undefined: {
        if (memory.rated?.includes(article)) {
          return { kind: 'text', text: t('feedback.onward'), choices: [...onward, topics(t), person(t)] };
        }
        turn.remember({ rated: [...(memory.rated ?? []), article] });
        const choices: readonly Choice[] = [
          { label: t('choice.yes'), action: { kind: 'helpful', article } },
          { label: t('choice.no'), action: { kind: 'not-helpful', article } },
          ...onward,
          person(t),
        ];
        return { kind: 'text', text: t('feedback.ask'), choices };
      }
      case 'helpful':
        return { kind: 'text', text: t('feedback.thanks'), choices: [...onward, topics(t), person(t)] };
      case 'not-helpful': {
        const reasons = Object.entries(REASONS).map(([reason, label]) => ({
          label: label(t),
          action: { kind: 'reason', article, reason: reason as FeedbackReason } as const,
        }));
        return { kind: 'text', text: t('feedback.reason'), choices: [...reasons, person(t)] };
      }
      default:
        return {
          kind: 'text',
          text: t('feedback.noted', { team: teamName(team, t) }),
          choices: [person(t), topics(t)],
        };
    }
  }

  /** The background of the article, and its neighbours. */
  function more(id: string, turn: Turn): readonly Choice[] {
    const article = library.find(id, turn.language());
    return [...(article ? sectionChoices(article, turn.words()) : []), ...related(id, turn.language())];
  }

  function related(id: string, language: string): readonly Choice[] {
    return (library.find(id, language)?.related ?? [])
      .slice(0, 2)
      .flatMap((other) => intentChoice(other, library, language));
  }

  return oneTurn<Given<'feedback'>, Next>('feedback', async (turn, given) => {
    const { article, said } = given;
    // Only what we can have shown is rated.
    if (!library.find(article, turn.language())) return sayGone(turn);
    if (said !== undefined && said !== 'not-helpful') {
      const { conversation, now } = turn;
      const rating = { at: now.toISOString(), conversation, article, language: turn.language() };
      await turn.stores.logbook.rate(
        said === 'helpful' ? { ...rating, helpful: true } : { ...rating, helpful: false, reason: said },
      );
    }
    const before = said === 'not-helpful' ? turn.fellBack() : 0;
    if (before > 1) return NOT_UNDERSTOOD;
    await turn.say(before > 0 ? stillNot(turn) : reply(given, turn));
    return undefined;
  });
}
