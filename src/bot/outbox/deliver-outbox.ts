import type { ConversationReference, TurnContext } from 'botbuilder';
import type { ActivityLog } from '../../channels/web/activity-log.js';
import { LOCAL_CHANNEL } from '../../channels/web/local-channel.js';
import type { Claimed, OutboxQueue } from '../../storage/sql-outbox.js';
import type { References } from '../../storage/sql-references.js';
import type { PasserelleAdapter } from '../adapter.js';
import type { KeptReference } from '../kept-reference.js';
import type { Log } from '../log.js';
import { recordOf } from '../turn/turn-record.js';

/** For how long what cannot be said is tried again, in milliseconds. */
const GIVE_UP = 24 * 60 * 60 * 1000;
/** How long one try may take, in milliseconds: the SDK's connector waits for ever. */
const LONGEST_TRY = 60_000;

interface DeliverDeps {
  readonly outbox: OutboxQueue;
  readonly references: Pick<References<KeptReference>, 'find'>;
  readonly web: Pick<ActivityLog, 'find'>;
  readonly adapter: Pick<PasserelleAdapter, 'tell' | 'tellLocal'>;
  readonly logic: (context: TurnContext) => Promise<void>;
  readonly log: Log;
  readonly now: () => Date;
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Takes from the outbox what is due and says it in its conversation, in a turn of its own. What fails is tried again,
 * more and more rarely, for a day; then it is given up, which the log and the outbox tell.
 */
export function deliverOutbox(deps: DeliverDeps): () => Promise<void> {
  const { outbox, log, now } = deps;
  const deliver = async (due: Claimed) => {
    const { id, announcement, firstTryAt } = due;
    const { kind } = announcement;
    try {
      const isClosed = await inTime(deps, say(deps, due));
      if (!isClosed) await outbox.close(id, 'said');
      log.info({ event: 'announced', id, kind });
    } catch (error) {
      const isOver = now().getTime() - firstTryAt.getTime() >= GIVE_UP;
      if (isOver) await outbox.close(id, 'given-up');
      log[isOver ? 'error' : 'warn']({ event: isOver ? 'given up' : 'not announced', id, kind, error: String(error) });
    }
  };
  return async () => {
    await Promise.all((await outbox.claimDue()).map(deliver));
  };
}

/** @returns whether it is closed already: stored together with what was said */
async function say(
  { references, web, adapter, logic }: DeliverDeps,
  { id: due, conversation, announcement }: Claimed,
): Promise<boolean> {
  let isClosed = false;
  const turn = async (context: TurnContext) => {
    const record = recordOf(context);
    record.due = announcement;
    const { writes } = record;
    if (writes?.storesReplies) {
      await writes.outbox.close(due, 'said');
      isClosed = true;
    }
    await logic(context);
  };
  const [channelId, id = ''] = conversation.split('|');
  const reference = await references.find(conversation);
  if (reference) await adapter.tell(reference, turn);
  else {
    const found = channelId === LOCAL_CHANNEL ? await web.find(id) : undefined;
    if (!found) throw new Error('Nothing tells how to reach this conversation');
    await adapter.tellLocal(localReference(found), turn);
  }
  return isClosed;
}

function localReference({ id, user, locale }: NonNullable<Awaited<ReturnType<ActivityLog['find']>>>) {
  const conversation = { id, name: '', isGroup: false, conversationType: 'personal', tenantId: '' };
  const reference: Partial<ConversationReference> = {
    channelId: LOCAL_CHANNEL,
    conversation,
    bot: { id: 'passerelle', name: 'Passerelle' },
    user: { id: user, name: '' },
  };
  return locale === undefined ? reference : { ...reference, locale };
}

async function inTime<T>({ wait }: DeliverDeps, work: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = wait(LONGEST_TRY, done.signal).then((): never => {
    throw new Error('Not said in time');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    // Whichever of them comes second is of no interest any more.
    late.catch(() => {});
    work.catch(() => {});
  }
}
