import { TeamsInfo, type TurnContext } from 'botbuilder';
import { channelOf } from '../../channels/render.js';
import type { AccountService } from '../../dialogs/account/account-service.js';
import type { HandoffDraft } from '../../dialogs/memory.js';

/** How long Teams may take to tell, in milliseconds: nobody waits for what they can type themselves. */
const LONGEST_WAIT = 2000;

/**
 * Who the customer is, as far as the channel vouches for it: Teams knows the names of its people, and their addresses
 * when it may be asked. Elsewhere a name is whatever a page says.
 */
export async function knownCustomer(context: TurnContext, wait: AccountService['wait']): Promise<HandoffDraft> {
  const { from, channelId } = context.activity;
  if (channelOf(channelId) !== 'teams' || !from?.id) return {};
  const over = new AbortController();
  const told = TeamsInfo.getMember(context, from.id).catch(() => undefined);
  const member = await Promise.race([told, wait(LONGEST_WAIT, over.signal).catch(() => undefined)]);
  over.abort();
  const name = member?.name || from.name || undefined;
  const email = member?.email || undefined;
  return { ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) };
}
