import type { Storage } from 'botbuilder';
import type { TurnLog } from '../../channels/web/activity-log.js';
import type { Stores } from '../../dialogs/stores.js';
import type { Forgotten } from '../../storage/forget-conversations.js';
import type { OutboxQueue } from '../../storage/sql-outbox.js';
import type { References } from '../../storage/sql-references.js';
import type { UnitOfWork } from '../../storage/unit-of-work.js';
import type { KeptReference } from '../kept-reference.js';

/** What a turn writes into: all of it is stored in one transaction when the turn is over, or none of it. */
export interface TurnWrites extends Pick<UnitOfWork, 'onCommitted' | 'commit' | 'drop'> {
  readonly state: Storage;
  readonly stores: Stores;
  readonly references: References<KeptReference>;
  readonly web: TurnLog;
  /** Forgets conversations with the threads in them, and whatever else was kept of them. */
  forget(conversations: readonly Forgotten[]): Promise<void>;
  readonly outbox: Pick<OutboxQueue, 'close'>;
  /** What is said in this turn is stored with it: said by the commit, not by a connector after it. */
  storesReplies: boolean;
}
