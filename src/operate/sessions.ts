import type { Operator } from './role.js';

/** Who is signed in. Tokens are kept by their SHA-256 alone. */
export interface Sessions {
  /** @param tokenHash SHA-256 of the session's token @param expiresAt ISO 8601, UTC */
  begin(tokenHash: string, operator: Operator, expiresAt: string): Promise<void>;
  /** Nobody when it has expired. */
  find(tokenHash: string): Promise<Operator | undefined>;
  end(tokenHash: string): Promise<void>;
}
