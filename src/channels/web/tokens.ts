import jwt from 'jsonwebtoken';
import { z } from 'zod';

/** How long a token is good, in seconds: Microsoft's client asks for a new one every 15 minutes, whatever we say. */
export const TOKEN_SECONDS = 1800;
/** A stream's address must be used at once, as with the real service. */
const STREAM_SECONDS = 60;
/** A link to what is kept of a customer: time to open it, not to lose it. */
const DATA_SECONDS = 3600;

/** What a token vouches for: one conversation of one user, on these sites. */
export interface Claims {
  readonly conversation: string;
  readonly user: string;
  /** Where it may be used; nothing means the server's own list. */
  readonly origins?: readonly string[] | undefined;
}

/** A token as read: `expired` was good once, so whoever holds it was let in before. */
export type ReadToken =
  | { readonly kind: 'good' | 'expired'; readonly claims: Claims; readonly issuedAt: number }
  | { readonly kind: 'bad' };

/** A conversation's own, one for its stream, one for a look at what is kept of it. */
type Use = 'conversation' | 'stream' | 'my-data';

/** Tokens that open one conversation, signed and kept nowhere. */
export interface Tokens {
  /** A token for {@link TOKEN_SECONDS}; for a `stream` one that must be used within a minute. */
  issue(claims: Claims, use?: Use): string;
  /** `bad` for whatever was not issued here for this use; never throws. `issuedAt` in seconds since 1970. */
  read(token: string, use?: Use): ReadToken;
}

const payload = z.object({
  conv: z.string().min(1),
  user: z.string().min(1),
  origins: z.array(z.string()).optional(),
  iat: z.number(),
  exp: z.number(),
});

const LASTS: Readonly<Record<Use, number>> = {
  conversation: TOKEN_SECONDS,
  stream: STREAM_SECONDS,
  'my-data': DATA_SECONDS,
};

/** Signed tokens (JWT, HS256), as Microsoft's client decodes them: it reads `user` and never sends another. */
export function openTokens(key: Buffer, now: () => Date): Tokens {
  const seconds = () => Math.floor(now().getTime() / 1000);
  return {
    issue({ conversation, user, origins }, use = 'conversation') {
      const iat = seconds();
      const exp = iat + LASTS[use];
      const claims = { bot: 'passerelle', conv: conversation, user, ...(origins ? { origins } : {}), iat, exp };
      return jwt.sign(claims, key, { algorithm: 'HS256', issuer: 'passerelle', audience: use });
    },

    read(token, use = 'conversation') {
      try {
        const verified = jwt.verify(token, key, {
          algorithms: ['HS256'],
          issuer: 'passerelle',
          audience: use,
          ignoreExpiration: true,
        });
        const { conv, user, origins, iat, exp } = payload.parse(verified);
        return {
          kind: exp > seconds() ? 'good' : 'expired',
          claims: { conversation: conv, user, origins },
          issuedAt: iat,
        };
      } catch {
        return { kind: 'bad' };
      }
    },
  };
}
