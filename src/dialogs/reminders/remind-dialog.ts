import type { Choice } from '../../channels/reply.js';
import { privateChat } from '../account/private-chat.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { cancel, intentChoice, person, topics } from '../phrases/choices.js';
import { dayAndTime } from '../phrases/moment.js';
import type { Words } from '../phrases/words.js';
import type { Turn } from '../turn.js';
import { type Step, waterfall } from '../waterfall.js';
import { dayIn, morningIn } from './morning.js';
import { readDay } from './read-day.js';

type Remind<Answer> = Step<Given<'remind'>, Answer, Next>;

/** The farthest day: what was seen is not kept much longer than a month. */
const MOST_DAYS = 28;

/** Takes the day on which the customer wants to be reminded of what is to be switched on again; that word is consent. */
export function remindDialog(deps: DialogDeps) {
  const { library } = deps;

  const askDay = async ({ given, turn, askText, next, finish }: Remind<undefined>) => {
    const t = turn.words();
    if (turn.scope === 'group') {
      const links = privateChat(deps, turn.asked ?? t('reminder.offer'), t);
      await turn.say({ kind: 'text', text: t('reminder.group'), links, choices: [topics(t), person(t)] });
      return finish(undefined);
    }
    if (given.said !== undefined && daysIn(given.said, turn) !== undefined) return next(given.said);
    if (given.days !== undefined) return next('');
    const times = given.times ?? 0;
    const text = given.tooFar
      ? t('reminder.tooFar')
      : t(times === 0 ? 'reminder.when' : times === 1 ? 'reminder.whenAgain' : 'reminder.stuck');
    turn.answered();
    const more = times > 1 ? intentChoice('put-back', library, turn.language()) : [];
    return askText('day', [{ kind: 'text', text }], [...days(t), ...more, cancel(t), person(t)]);
  };

  const setDay = async ({ given, answer, turn, again, finish }: Remind<string>) => {
    const wished = given.days ?? daysIn(answer, turn);
    const times = (given.times ?? 0) + 1;
    if (wished === undefined) return again({ dialog: 'remind', times });
    if (wished < 1 || wished > MOST_DAYS) return again({ dialog: 'remind', times, tooFar: true });
    const t = turn.words();
    const { outbox } = turn.stores;
    if (!(await outbox.hasRoom(turn.conversation))) {
      await turn.say({ kind: 'text', text: t('reminder.full'), choices: [topics(t), person(t)] });
      return finish(undefined);
    }
    const replaced = await outbox.dropReminders(turn.conversation);
    const due = morningIn(turn.timeZone, turn.now, wished);
    await outbox.put(turn.conversation, { kind: 'reminder' }, due);
    const day = dayAndTime(due.toISOString(), turn.language(), turn.timeZone);
    const text = [t('reminder.set', { day }), ...(replaced > 0 ? [t('reminder.replaced')] : [])].join(' ');
    await turn.say({ kind: 'text', text, choices: [stopReminders(t), topics(t), person(t)] });
    return finish(undefined);
  };

  return waterfall<Given<'remind'>, Next>('remind').step(askDay).step(setDay).build();
}

export const stopReminders = (t: Words): Choice => ({
  label: t('reminder.stop'),
  action: { kind: 'stop-reminders' },
});

export const tomorrow = (label: string): Choice => ({ label, action: { kind: 'remind', days: 1 } });

const days = (t: Words): readonly Choice[] => [
  tomorrow(t('reminder.tomorrow')),
  { label: t('reminder.twoDays'), action: { kind: 'remind', days: 2 } },
  { label: t('reminder.week'), action: { kind: 'remind', days: 7 } },
];

const daysIn = (text: string, { now, timeZone }: Turn) => readDay(text, dayIn(timeZone, now));
