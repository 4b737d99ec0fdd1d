import type { Reply } from '../../channels/reply.js';
import type { Announcement } from '../../outbox/outbox.js';
import { accountOf, allThatWasOn, wasOnIn } from '../account/account-notes.js';
import { reportFound } from '../account/report-found.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { AccountNotes } from '../memory.js';
import { person, topics } from '../phrases/choices.js';
import { dateOf } from '../phrases/moment.js';
import { listed, shown } from '../phrases/names.js';
import { wasOnNames } from '../phrases/was-on-names.js';
import type { Turn } from '../turn.js';
import { stopReminders, tomorrow } from './remind-dialog.js';

/** Says what the customer did not ask for just now; a question that is open stays open. */
export async function announce(deps: DialogDeps, announcement: Announcement, turn: Turn): Promise<void> {
  const t = turn.words();
  if (announcement.kind === 'answer') {
    const { reference, text } = announcement;
    return turn.say({ kind: 'text', text: t('answer.team', { reference, text }), choices: [topics(t), person(t)] });
  }
  const { accounts } = deps;
  // Set before the deployment lost its checks: there is nothing left to be reminded of.
  if (!accounts?.set.putsBack) return;
  turn.remember({ reminded: true });
  const lent = await accounts.keys.get(turn.conversation);
  if (lent && wasOnIn(accountOf(lent), turn.memory())) {
    await turn.say({ kind: 'text', text: t('reminder.due') });
    return reportFound({ ...deps, accounts }, 'put-back', turn);
  }
  return turn.say(fromMemory(turn));
}

/** Without a key nothing is looked at: what was seen is said with its day, and nothing more is claimed. */
function fromMemory(turn: Turn): Reply {
  const t = turn.words();
  const seen = allThatWasOn(turn.memory()).map((notes) => seenText(notes, turn));
  return {
    kind: 'text',
    text: [t('reminder.due'), ...(seen.length > 0 ? seen : [t('reminder.nothingSeen')])].join('\n\n'),
    choices: [
      { label: t('reminder.lookNow'), action: { kind: 'put-back' } },
      tomorrow(t('reminder.again')),
      stopReminders(t),
      person(t),
    ],
  };
}

function seenText({ wasOn, looked }: AccountNotes, turn: Turn): string {
  const t = turn.words();
  const language = turn.language();
  const day = (iso: string) => dateOf(iso, language, turn.timeZone);
  const last = Object.values(looked?.findings ?? {})
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const { site = '', since = '', things = [] } = wasOn ?? {};
  return t('reminder.seen', {
    count: things.length,
    ...{ site: shown(site), date: day(since), last: day(last ?? since) },
    names: listed(wasOnNames(things, t), t, language),
  });
}
