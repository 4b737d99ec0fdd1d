import type { Account, Section } from './account.js';
import type { SealedKey } from './sealed-key.js';

/** What opens an account. Made by `readSiteAddress` and `readApiKey`; never part of an Account. */
export interface Credentials {
  /** As `readSiteAddress` gave it: origin, plus the mounting path for the practice account. */
  readonly site: string;
  readonly key: SealedKey;
}

/** The one thing that the checks need from the outside world. It looks and changes nothing. */
export interface AccountReader {
  /**
   * Reads the sections asked for, always with `me`. Faults of the world become `failed` readings; nothing is kept
   * between two calls that one customer could see of another.
   *
   * @throws the signal's reason when `signal` is aborted (the customer cancelled), and bugs; never a fault of the world.
   */
  read(credentials: Credentials, sections: readonly Section[], signal?: AbortSignal): Promise<Account>;
}
