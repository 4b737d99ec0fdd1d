import { z } from 'zod';
import type { RateLimit } from './rate-limit.js';
import { errorResponse, tooMany, type WebRequest, type WebResponse } from './response.js';
import { TOKEN_SECONDS, type Tokens } from './tokens.js';

interface TokenDeps {
  readonly tokens: Tokens;
  /** How often one address may come for a token. */
  readonly limit: RateLimit;
  readonly newId: () => string;
  /** How long conversations are kept, in seconds: an older token leads nowhere. */
  readonly keptSeconds: number;
  readonly now: () => Date;
}

const tokenRequest = z
  .object({ user: z.string().optional().catch(undefined), token: z.string().max(4000).optional().catch(undefined) })
  .nullish()
  .catch(undefined);
const USER = /^dl_[\w-]{16,64}$/;

/**
 * `POST /widget/token`: a token for a browser on a trusted page. With an older token, expired or not, the new one is for
 * the same conversation: a laptop that slept over the weekend goes on where it was.
 */
export function openWidgetToken({ tokens, limit, newId, keptSeconds, now }: TokenDeps) {
  return async (request: WebRequest): Promise<WebResponse> => {
    // A browser always says where such a request comes from.
    if (request.headers.origin === undefined || !request.isTrustedOrigin)
      return errorResponse(403, 'BadArgument', 'Origin not trusted: see WEB_ORIGINS');
    const wait = limit(request.address);
    if (wait > 0) return tooMany(wait);
    const { user, token } = tokenRequest.parse(await request.body()) ?? {};
    const before = token === undefined ? undefined : tokens.read(token);
    const isKept =
      before !== undefined && before.kind !== 'bad' && now().getTime() / 1000 - before.issuedAt < keptSeconds;
    // A token of another server's making, with sites of its own, is for that server to renew.
    const known = isKept && before.claims.origins === undefined ? before.claims : undefined;
    const claims = known ?? {
      conversation: newId(),
      user: user !== undefined && USER.test(user) ? user : `dl_${newId()}`,
    };
    const body = { conversationId: claims.conversation, token: tokens.issue(claims), expires_in: TOKEN_SECONDS };
    return { status: 200, body: { ...body, userId: claims.user } };
  };
}
