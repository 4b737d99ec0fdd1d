import type { TurnContext } from 'botbuilder';
import type { Removal } from '../../channels/teams/read-removal.js';
import type { KeyRing } from '../../checks/key-ring.js';
import { shortDigest } from '../short-digest.js';
import { conversationKey } from './conversation-key.js';
import { stateKey } from './turn-state.js';
import type { TurnWrites } from './turn-writes.js';

interface LeaveDeps {
  /** Absent where no key is asked for. */
  readonly keys: Pick<KeyRing, 'forget'> | undefined;
  /** What was deleted is then in no file any more. */
  readonly emptyLog: () => Promise<unknown>;
}

/** Forgets whatever is kept of a conversation that we were taken out of, and of those that went with it: a team's channels and threads. */
export function leave({ keys, emptyLog }: LeaveDeps) {
  return async ({ activity }: TurnContext, { channel, team }: Removal, writes: TurnWrites): Promise<void> => {
    const { channelId, conversation } = activity;
    const own = channel === undefined ? [conversation.id] : [];
    const ids = [...own, ...(channel === undefined ? [] : [channel]), ...(team === undefined ? [] : [team])];
    const ofTeam = team === undefined ? [] : await writes.references.ofTeam(shortDigest(team));
    // A thread's own id is that of its channel and the number of its first message.
    const keysOf = ids.map((id) =>
      conversationKey({ channelId, conversation: { ...conversation, id: withoutThread(id) } }),
    );
    const gone = new Set([...keysOf, ...ofTeam.map(withoutThread)]);
    await keys?.forget(conversationKey(activity));
    await writes.forget(
      [...gone].map((key) => ({ conversation: key, stateKey: stateKey(channelId, key.slice(channelId.length + 1)) })),
    );
    writes.onCommitted(() => void emptyLog());
  };
}

const withoutThread = (id: string) => id.replace(/;messageid=\d{1,30}$/, '');
