import type { AccountService } from './account/account-service.js';
import type { ArticleLibrary } from './article-library.js';
import type { HandoffProspects } from './handoff/handoff-prospects.js';

/** What the dialogs need from the rest of the app. */
export interface DialogDeps {
  readonly library: ArticleLibrary;
  /** A number in [0, 1) per call. */
  readonly random: () => number;
  readonly team: Team;
  /** After how many days a conversation is forgotten. */
  readonly retentionDays: number;
  /** Absent when the deployment has no checks: then nothing is said of accounts, keys or what to switch back on. */
  readonly accounts?: AccountService | undefined;
  readonly elsewhere: Elsewhere;
  /** A link to what is kept of a conversation, good for an hour. */
  readonly myDataAddress: (conversation: string) => string;
  readonly handoffs: HandoffProspects;
}

/** For the dialogs that are there only when accounts are. */
export type AccountDeps = DialogDeps & { readonly accounts: AccountService };

/** Where else customers find the same assistant. */
export interface Elsewhere {
  readonly website: string;
  /** Opens a private chat in Teams with these words typed already; absent when the bot is not in Teams. */
  readonly teamsChat?: ((words: string) => string) | undefined;
}

/** Who stands behind the bot. */
export interface Team {
  /** As the operator named it; each language has a name of its own when there is none. */
  readonly name?: string | undefined;
  /** An address that customers may write to themselves. */
  readonly email?: string | undefined;
}
