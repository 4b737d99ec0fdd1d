import type { CheckId } from '../../checks/finding.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { intentChoice, person, topics } from '../phrases/choices.js';
import { dateOf } from '../phrases/moment.js';
import { oneTurn } from '../waterfall.js';
import { expectationsOf } from './report-found.js';

/** What no account tells: the customer's own word that e-mail notifications are off, with its date. */
export function emailOffDialog({ library }: DialogDeps) {
  return oneTurn<Given<'email-off'>, Next>('email-off', async (turn, given) => {
    const t = turn.words();
    const check: CheckId = 'email-notifications';
    if (!given.confirmed) return { dialog: 'steps', article: check, step: 1 };
    const emailOffConfirmedAt = turn.now.toISOString();
    turn.answered({ expectations: { ...expectationsOf(turn.memory()), emailOffConfirmedAt } });
    const date = dateOf(emailOffConfirmedAt, turn.language(), turn.timeZone);
    const all = intentChoice('check:all', library, turn.language());
    await turn.say({ kind: 'text', text: t('look.emailConfirmed', { date }), choices: [...all, topics(t), person(t)] });
    return undefined;
  });
}
