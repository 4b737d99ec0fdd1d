import type { ConversationReference, Storage } from 'botbuilder';
import type { TurnLog } from '../../channels/web/activity-log.js';
import type { Stores } from '../../dialogs/stores.js';
import type { OutboxQueue } from '../../storage/sql-outbox.js';
import type { References } from '../../storage/sql-references.js';
import type { UnitOfWork } from '../../storage/unit-of-work.js';

/** What a turn writes into: all of it is stored in one transaction when the turn is over, or none of it. */
export interface TurnWrites extends Pick<UnitOfWork, 'onCommitted' | 'commit' | 'drop'> {
  readonly state: Storage;
  readonly stores: Stores;
  readonly references: References<Partial<ConversationReference>>;
  readonly web: TurnLog;
  readonly outbox: Pick<OutboxQueue, 'close'>;
  /** What is said in this turn is stored with it: said by the commit, not by a connector after it. */
  storesReplies: boolean;
}
