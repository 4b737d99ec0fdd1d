import type { AccountDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { again, person, topics } from '../phrases/choices.js';
import { oneTurn } from '../waterfall.js';

/** Forgets the key at once, with a receipt. */
export function forgetKeyDialog({ accounts }: AccountDeps) {
  return oneTurn<Given<'forget-key'>, Next>('forget-key', async (turn) => {
    const t = turn.words();
    const wasThere = await accounts.keys.forget(turn.conversation);
    const text = wasThere ? t('look.forgotten') : t('look.nothingToForget');
    await turn.say({ kind: 'text', text, choices: [again('all', t), topics(t), person(t)] });
    return undefined;
  });
}
