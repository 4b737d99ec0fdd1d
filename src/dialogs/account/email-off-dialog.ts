import type { CheckId } from '../../checks/finding.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { intentChoice, person, topics } from '../phrases/choices.js';
import { dateOf } from '../phrases/moment.js';
import { oneTurn } from '../waterfall.js';
import { expectationsOf, withEmailOff } from './account-notes.js';

/** What no account tells: the customer's own word that e-mail notifications are off, with its date. */
export function emailOffDialog({ library }: DialogDeps) {
  return oneTurn<Given<'email-off'>, Next>('email-off', async (turn, given) => {
    const t = turn.words();
    const check: CheckId = 'email-notifications';
    if (!given.confirmed) {
      const wasConfirmed = expectationsOf(turn.memory()).emailOffConfirmedAt !== null;
      turn.remember(withEmailOff(null, given.account, turn.memory()));
      if (wasConfirmed) await turn.say({ kind: 'text', text: t('look.emailWithdrawn') });
      return { dialog: 'steps', article: check, step: 1 };
    }
    const now = turn.now.toISOString();
    turn.answered(withEmailOff(now, given.account, turn.memory()));
    const date = dateOf(now, turn.language(), turn.timeZone);
    const all = intentChoice('check:all', library, turn.language());
    await turn.say({ kind: 'text', text: t('look.emailConfirmed', { date }), choices: [...all, topics(t), person(t)] });
    return undefined;
  });
}
