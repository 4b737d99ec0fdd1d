import type { DeskAccount } from './desk-account.js';
import type { FaultSwitch } from './faults.js';

/** What the pages of the practice account show and change. */
export interface ChangeableDesk {
  readonly faults: FaultSwitch;
  account(id: string): DeskAccount | undefined;
  /** All accounts as they were at the beginning, without faults, with an empty log. */
  reset(): void;
}
