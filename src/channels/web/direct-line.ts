import { z } from 'zod';
import { isSameSecret } from '../../http/is-same-secret.js';
import { localeField } from '../technical-fields.js';
import { type ActivityLog, readWatermark, sentActivity, type WebConversation } from './activity-log.js';
import type { Conversations } from './conversations.js';
import type { RateLimit } from './rate-limit.js';
import { readPosted } from './read-posted.js';
import { errorResponse, tooMany, type WebRequest, type WebResponse } from './response.js';
import { type Claims, TOKEN_SECONDS, type Tokens } from './tokens.js';

/** What Direct Line's routes need. */
export interface DirectLineDeps {
  readonly log: ActivityLog;
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  /** Makes tokens for a server that knows it; without it only the widget's own door makes any. */
  readonly secret: string | undefined;
  readonly limits: DirectLineLimits;
  /** A name that nobody guesses. */
  readonly newId: () => string;
}

/** What one sender may ask for. */
export interface DirectLineLimits {
  /** How often one conversation may post, and how often it may ask for anything. */
  readonly posts: RateLimit;
  readonly calls: RateLimit;
  /** How often one address may begin a conversation and post, and how much it may leave here, in bytes. */
  readonly starts: RateLimit;
  readonly postsOfAddress: RateLimit;
  readonly bytesOfAddress: RateLimit;
}

/** Activities in one answer. */
const PAGE = 100;
const NO_SUCH = errorResponse(404, 'BadArgument', 'Conversation not found');
const account = z.object({ id: z.string().max(100).optional() });
const generation = z.object({
  user: account.nullish(),
  trustedOrigins: z.array(z.string().max(300)).max(50).nullish(),
});
const opening = z.object({ locale: localeField }).nullish().catch(undefined);

/**
 * Direct Line 3.0 over HTTP, as Microsoft's client and Web Chat use it (learn.microsoft.com, Bot Framework Direct Line API
 * 3.0). Paths are below `/v3/directline`.
 * @returns what answers a request; refusals (401, 403, 404, 405, 415, 429 with `Retry-After`) are responses with
 * `{error: {code, message}}`
 * @throws BodyError from the body of a request, and what the log throws when something cannot be kept
 */
export function openDirectLine(deps: DirectLineDeps): (request: WebRequest) => Promise<WebResponse> {
  const { log, tokens, conversations, secret, limits, newId } = deps;

  const granted = (claims: Claims) => ({
    conversationId: claims.conversation,
    token: tokens.issue(claims),
    expires_in: TOKEN_SECONDS,
  });
  const streamUrl = ({ socketBase }: WebRequest, claims: Claims, watermark: number) => {
    const stream = `${socketBase}/v3/directline/conversations/${encodeURIComponent(claims.conversation)}/stream`;
    return `${stream}?watermark=${watermark}&t=${tokens.issue(claims, 'stream')}`;
  };

  const generate = async (request: WebRequest): Promise<WebResponse> => {
    const read = generation.nullish().safeParse(await request.body());
    if (!read.success) return errorResponse(400, 'BadArgument', 'Expected {user: {id}, trustedOrigins: []}');
    const { user, trustedOrigins } = read.data ?? {};
    if (user?.id !== undefined && !user.id.startsWith('dl_'))
      return errorResponse(400, 'BadArgument', 'user.id must start with "dl_"');
    const claims = { conversation: newId(), user: user?.id ?? `dl_${newId()}` };
    return { status: 200, body: granted(trustedOrigins ? { ...claims, origins: trustedOrigins } : claims) };
  };

  const begin = async (request: WebRequest, claims: Claims, isServer = false): Promise<WebResponse> => {
    const locale = opening.parse(await request.body())?.locale;
    const { conversation: id, user } = claims;
    // To begin again what is there costs nothing; a server that knows the secret begins for many.
    const wait = isServer || (await log.find(id)) ? 0 : limits.starts(request.address);
    if (wait > 0) return tooMany(wait);
    const isNew = await conversations.start({ id, user, locale });
    return { status: isNew ? 201 : 200, body: { ...granted(claims), streamUrl: streamUrl(request, claims, 0) } };
  };

  const reconnect = async (
    request: WebRequest,
    claims: Claims,
    conversation: WebConversation,
  ): Promise<WebResponse> => {
    const given = request.query.get('watermark');
    // Without one, only what is new, as the real service; an empty one is a client that has received nothing yet.
    const watermark = given === null ? await log.latest(claims.conversation) : readWatermark(given);
    // Whoever has waited for a greeting since the process before this one is greeted now.
    await conversations.start(conversation);
    return { status: 200, body: { ...granted(claims), streamUrl: streamUrl(request, claims, watermark) } };
  };

  const read = async ({ query }: WebRequest, { conversation }: Claims): Promise<WebResponse> => {
    const from = readWatermark(query.get('watermark'));
    const rows = await log.since(conversation, from, PAGE);
    const activities = rows.map((row) => sentActivity(conversation, row));
    return { status: 200, body: { activities, watermark: String(rows.at(-1)?.number ?? from) } };
  };

  const post = async (request: WebRequest, conversation: WebConversation): Promise<WebResponse> => {
    // What one conversation is refused is not counted against the others behind its address.
    const wait = limits.posts(conversation.id) || limits.postsOfAddress(request.address);
    if (wait > 0) return tooMany(wait);
    const posted = readPosted(await request.body());
    if (posted.kind === 'refused') return errorResponse(400, posted.code, posted.message);
    const tooMuch = limits.bytesOfAddress(request.address, Buffer.byteLength(JSON.stringify(posted.echo ?? {})));
    if (tooMuch > 0) return tooMany(tooMuch);
    const done = await conversations.post(conversation, posted, request.address);
    return done === 'busy' ? tooMany(2) : { status: 200, body: { id: done.id } };
  };

  return async (request) => {
    const route = request.path.replace(/^\/v3\/directline/, '').replace(/\/$/, '');
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!bearer) return errorResponse(401, 'Unauthorized', 'Missing token or secret');
    const isSecret = secret !== undefined && isSameSecret(bearer, secret);
    const is = (method: string, path: string) => request.method === method && route === path;

    if (is('POST', '/tokens/generate'))
      return isSecret ? generate(request) : errorResponse(403, 'BadArgument', 'Invalid token or secret');
    // With the secret a conversation can be opened directly; everything after it takes the token.
    if (isSecret && is('POST', '/conversations'))
      return begin(request, { conversation: newId(), user: `dl_${newId()}` }, true);

    const proof = tokens.read(bearer);
    if (proof.kind === 'bad') return errorResponse(403, 'BadArgument', 'Invalid token or secret');
    if (proof.kind === 'expired') return errorResponse(403, 'TokenExpired', 'Token has expired');
    const { claims } = proof;
    if (!mayCallFrom(request, claims)) return errorResponse(403, 'BadArgument', 'Origin not trusted');
    const wait = limits.calls(claims.conversation);
    if (wait > 0) return tooMany(wait);
    if (is('POST', '/tokens/refresh')) return { status: 200, body: granted(claims) };
    if (is('POST', '/conversations')) return begin(request, claims);

    const [, name, what = ''] = /^\/conversations\/([^/]+)(\/activities|\/upload)?$/.exec(route) ?? [];
    if (name === undefined) return errorResponse(404, 'BadArgument', 'No such address');
    if (decoded(name) !== claims.conversation)
      return errorResponse(403, 'BadArgument', 'Token not valid for this conversation');
    const conversation = await log.find(claims.conversation);
    if (!conversation) return NO_SUCH;
    if (request.method === 'GET' && what === '') return reconnect(request, claims, conversation);
    if (request.method === 'GET' && what === '/activities') return read(request, claims);
    if (request.method === 'POST' && what === '/activities') return post(request, conversation);
    if (request.method === 'POST' && what === '/upload') {
      // Who is still sending does not see the refusal.
      await request.body().catch(() => undefined);
      return errorResponse(
        415,
        'BadArgument',
        'Files cannot be received here. Please describe in words what they show.',
      );
    }
    return errorResponse(405, 'BadArgument', 'No such method here');
  };
}

/** Whether a token may be used from where the request comes; without an origin it is no browser that calls. */
export function mayCallFrom(
  { headers, isTrustedOrigin }: Pick<WebRequest, 'headers' | 'isTrustedOrigin'>,
  { origins }: Claims,
): boolean {
  if (headers.origin === undefined) return true;
  return origins ? origins.includes(headers.origin) : isTrustedOrigin;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
