import type { DialogDeps } from '../dialog-deps.js';
import { type Given, type Next, NOT_UNDERSTOOD } from '../dialog-start.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { dayAndTime } from '../phrases/moment.js';
import { oneTurn } from '../waterfall.js';

/** Drops what is going on; steps can be gone on with later, until they are dropped again; a hand-off is forgotten. */
export function cancelDialog({ library }: DialogDeps) {
  return oneTurn<Given<'cancel'>, Next>('cancel', async (turn, given) => {
    const t = turn.words();
    const language = turn.language();
    const unfinished = { ...turn.memory().unfinished, check: undefined };
    const { steps } = unfinished;
    const title = steps && library.find(steps.article, language)?.title;
    const remember = given.what === 'nothing' ? turn.remember : turn.answered;
    remember({
      unfinished: {
        ...unfinished,
        ...(given.what === 'handoff' ? { handoff: undefined } : {}),
        ...(given.what === 'left-steps' ? { steps: undefined } : {}),
      },
    });
    const { outbox } = turn.stores;
    const pending = await outbox.nextReminder(turn.conversation);
    const endsReminders = given.what === 'reminders' || (given.what === 'nothing' && pending !== undefined);
    if (endsReminders) {
      turn.answered();
      await outbox.dropReminders(turn.conversation);
    }
    const isNothing = given.what === 'nothing' && !endsReminders;
    const before = isNothing ? turn.fellBack() : 0;
    // Said twice already, in other words: a person knows better what is meant.
    if (before > 1) return NOT_UNDERSTOOD;
    const dropped = endsReminders
      ? t('reminder.stopped')
      : given.what === 'handoff'
        ? t('handoff.cancelled')
        : given.what === 'steps' && steps && title
          ? t('steps.stopped', { step: steps.step, title })
          : isNothing
            ? t(before === 0 ? 'small.nothingToCancel' : 'small.nothingAgain')
            : t('small.cancelled');
    // Whoever stops one thing should know that another one goes on.
    const day = pending === undefined ? '' : dayAndTime(pending, language, turn.timeZone);
    const still = pending === undefined || endsReminders ? [] : [t('reminder.still', { day })];
    await turn.say({
      kind: 'text',
      text: [dropped, ...still].join(' '),
      choices: [...resumeChoices(turn.memory(), library, t, language), topics(t), person(t)],
    });
    return undefined;
  });
}
