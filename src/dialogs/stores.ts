import type { ReportShelf } from '../checks/report.js';
import type { Desk } from '../handoff/desk.js';
import type { Transcript } from '../handoff/transcript.js';
import type { Logbook } from '../insights/logbook.js';
import type { Outbox } from '../outbox/outbox.js';
import type { PersonalData } from './privacy/personal-data.js';
import type { TransferCodes } from './transfer/transfer-code.js';
import type { TransferredMemory } from './transfer/transferred-memory.js';

/**
 * Where dialogs keep things. What they put there is stored with the turn, or not at all; until then it is not found
 * there.
 */
export interface Stores {
  readonly desk: Desk;
  readonly transcript: Transcript;
  readonly logbook: Logbook;
  readonly outbox: Outbox;
  readonly transferCodes: TransferCodes<TransferredMemory>;
  readonly reports: Pick<ReportShelf, 'put'>;
  readonly personal: PersonalData;
}
