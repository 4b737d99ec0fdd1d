import type { CheckSet } from '../dialogs/account/check-set.js';
import type { Locales } from '../dialogs/phrases/words.js';
import type { PracticeDesk } from '../simulator/practice-desk.js';
import type { Config } from './config.js';
import type { Log } from './log.js';
import type { Timed } from './phases.js';

/** What a set of checks is opened with. */
export interface CheckSetDeps {
  readonly config: Config;
  readonly log: Log;
  readonly timed: Timed;
  readonly now: () => Date;
  /** Milliseconds that never go back. */
  readonly steady: () => number;
  /** Ids of the deployment's articles. */
  readonly articles: ReadonlySet<string>;
  /** What the deployment says under a key, by language. */
  readonly sentence: Locales['sentence'];
}

/** A set of checks, open: it may hold connections. */
export interface OpenCheckSet {
  readonly set: CheckSet;
  /** The practice account that stands in for a real one, and where it listens. */
  readonly practice?: { readonly desk: PracticeDesk; readonly site: string } | undefined;
  close(): Promise<void>;
}
