import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
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
    turn.answered({
      unfinished: {
        ...unfinished,
        ...(given.what === 'handoff' ? { handoff: undefined } : {}),
        ...(given.what === 'left-steps' ? { steps: undefined } : {}),
      },
    });
    const { outbox } = turn.stores;
    const pending = await outbox.nextReminder(turn.conversation);
    const endsReminders = given.what === 'reminders' || (given.what === 'nothing' && pending !== undefined);
    if (endsReminders) await outbox.dropReminders(turn.conversation);
    const dropped = endsReminders
      ? t('reminder.stopped')
      : given.what === 'handoff'
        ? t('handoff.cancelled')
        : given.what === 'steps' && steps && title
          ? t('steps.stopped', { step: steps.step, title })
          : t(given.what === 'nothing' ? 'small.nothingToCancel' : 'small.cancelled');
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
