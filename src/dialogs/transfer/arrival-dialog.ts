import { privateChat } from '../account/private-chat.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { person, topics } from '../phrases/choices.js';
import { broughtAlong } from '../phrases/transferred.js';
import { oneTurn } from '../waterfall.js';
import { unpackMemory } from './transferred-memory.js';

/** How many wrong codes a conversation may type within the time that a code is good. */
const MOST_WRONG = 5;

/** Goes on where the customer was in the other channel: the code brings it along and is spent. */
export function arrivalDialog(deps: DialogDeps) {
  const { library } = deps;

  return oneTurn<Given<'arrive'>, Next>('arrive', async (turn, given) => {
    const t = turn.words();
    const choices = [topics(t), person(t)];
    if (turn.scope === 'group') {
      await turn.say({ kind: 'text', text: t('carry.group'), links: privateChat(deps, given.code, t), choices });
      return undefined;
    }
    const codes = turn.stores.transferCodes;
    const isTooMany = (await codes.wrong(turn.conversation)) >= MOST_WRONG;
    const carried = isTooMany ? undefined : await codes.take(given.code);
    if (!carried) {
      if (!isTooMany) await codes.noteWrong(turn.conversation);
      await turn.say({ kind: 'text', text: t(isTooMany ? 'carry.tooMany' : 'carry.wrong'), choices });
      return undefined;
    }
    turn.remember({ ...unpackMemory(carried), consented: false });
    // From here on in the language that was brought along.
    const words = turn.words();
    await turn.say({ kind: 'text', text: words('carry.arrived', { list: broughtAlong(carried, library, turn) }) });
    const { steps, topic } = carried;
    if (steps) return { dialog: 'steps', ...steps };
    return topic === undefined ? { dialog: 'topics' } : { dialog: 'answer', article: topic };
  });
}
