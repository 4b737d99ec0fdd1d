import type { AccountDeps } from '../dialog-deps.js';
import { again, person, topics } from '../phrases/choices.js';
import { minutesText } from '../phrases/moment.js';
import type { Turn } from '../turn.js';
import { waitForLook } from './wait-for-look.js';

/** Looks and says what was found: one check, all of them (`all`), or what is to be put back (`put-back`). */
export async function reportFound(deps: AccountDeps, check: string, turn: Turn): Promise<void> {
  const { accounts, library } = deps;
  const t = turn.words();
  const lent = await accounts.keys.get(turn.conversation);
  if (!lent)
    return turn.say({
      kind: 'text',
      text: t('look.expired', { minutes: minutesText(accounts.keptMinutes, turn.language()) }),
      choices: [again(check, t), person(t)],
    });
  const look = await waitForLook(accounts, lent, check, turn);
  turn.remember({ unfinished: { ...turn.memory().unfinished, check: undefined } });
  if (!look)
    return turn.say({ kind: 'text', text: t('look.stopped'), choices: [again(check, t), topics(t), person(t)] });
  const { reportAddress, practice } = accounts;
  const replies = await look.tell(turn, { library, reportAddress, practicePage: practice?.page });
  // A key that the account refuses is of no use to anybody: the next look asks for another.
  if (look.isRefused) await accounts.keys.forget(turn.conversation);
  await turn.say(...replies);
}
