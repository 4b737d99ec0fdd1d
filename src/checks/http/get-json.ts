import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Dispatcher, request } from 'undici';
import type { Failure } from '../account.js';
import { type FailedResponse, failed } from './failed-response.js';
import { isSpent, type RateBackoff, secondsToWait } from './rate-backoff.js';
import { readErrors, type ServiceError } from './read-errors.js';
import type { RequestLimits } from './request-limits.js';
import { unpackBody } from './unpack-body.js';

/** What the client needs of the world. */
export interface RequestDoor {
  readonly dispatcher: Dispatcher;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits: RequestLimits;
  readonly backoff: RateBackoff;
  readonly timed?: TimedCall | undefined;
}

/** Makes one call, and may note how long it took. */
export type TimedCall = <Result>(ask: () => Promise<Result>) => Promise<Result>;

/** What is asked, for whom, and for how long. */
export interface JsonRequest {
  readonly url: string;
  /** What is sent beside the usual: `authorization`, mostly. */
  readonly headers: Readonly<Record<string, string>>;
  /** What must be cut out of an error that sends back what it was sent. */
  readonly secrets: readonly string[];
  /** Whose requests the rate limit counts together. */
  readonly backoffId: string;
  /** The customer's: aborted when they cancel. */
  readonly signal?: AbortSignal;
  /** Of the whole reading; when it has passed, the rest has timed out. */
  readonly deadline: AbortSignal;
}

export type JsonResponse =
  /** `next`: where the rest of a list is, by its header Link. */
  { readonly kind: 'answer'; readonly json: unknown; readonly next?: string | null } | FailedResponse;

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Null: it could not be unpacked. */
  readonly body: string | null;
}

/** How much of a header Link is read, in UTF-16 units. */
const LONGEST_LINK = 4000;
/** What a second try may mend. */
const WORTH_A_RETRY: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/**
 * One GET of JSON, tried twice when the server has trouble or the connection breaks, never on 429. Faults of the world
 * are values, those of the HTTP library among them.
 *
 * @throws the signal's reason when the customer cancelled; bugs.
 */
export async function getJson(door: RequestDoor, get: JsonRequest): Promise<JsonResponse> {
  get.signal?.throwIfAborted();
  const wait = door.backoff.secondsLeft(get.backoffId);
  if (wait > 0) return failed({ kind: 'rate-limited', retryAfterSeconds: wait });
  const deadline = AbortSignal.any([get.deadline, AbortSignal.timeout(door.limits.requestMs)]);
  const signal = AbortSignal.any([...(get.signal ? [get.signal] : []), deadline]);
  const { timed = (call) => call() } = door;
  const first = await timed(() => ask(door, get, signal, deadline));
  const pause = pauseBeforeRetry(door, first);
  if (pause === null) return readAnswer(door, get, first);
  try {
    await sleep(pause, undefined, { signal });
  } catch {
    get.signal?.throwIfAborted();
    return failed({ kind: 'timeout' });
  }
  return readAnswer(door, get, await timed(() => ask(door, get, signal, deadline)));
}

/** Milliseconds until the second try, null without one. The server's own wish counts, unless it is too long. */
function pauseBeforeRetry({ limits, now }: RequestDoor, first: Answered | Failure): number | null {
  if ('kind' in first) return first.kind === 'unreachable' ? limits.retryWaitMs : null;
  if (!WORTH_A_RETRY.has(first.status) || isSpent(first.headers)) return null;
  if (first.headers['retry-after'] === undefined) return limits.retryWaitMs;
  return Math.min(limits.longestRetryWaitMs, secondsToWait(first.headers, now(), limits) * 1000);
}

async function ask(
  door: RequestDoor,
  { url, headers: own, signal: cancelled }: JsonRequest,
  signal: AbortSignal,
  deadline: AbortSignal,
): Promise<Answered | Failure> {
  try {
    const { statusCode, headers, body } = await request(url, {
      method: 'GET',
      dispatcher: door.dispatcher,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...own },
      signal,
    });
    const bytes = Buffer.from(await body.arrayBuffer());
    const text = await unpackBody(bytes, headers['content-encoding'], door.limits.largestAnswerBytes);
    return { status: statusCode, headers, body: text };
  } catch (error) {
    cancelled?.throwIfAborted();
    return deadline.aborted ? { kind: 'timeout' } : failureOfError(error);
  }
}

function readAnswer(door: RequestDoor, get: JsonRequest, answer: Answered | Failure): JsonResponse {
  if ('kind' in answer) return failed(answer);
  const { status, headers, body } = answer;
  const seconds = secondsToWait(headers, door.now(), door.limits);
  if (status === 429 || isSpent(headers)) door.backoff.block(get.backoffId, seconds);
  const said = (): readonly ServiceError[] => readErrors(withoutSecrets(body ?? '', get.secrets));
  if (status !== 200) return failed(failureOfStatus(status, seconds, isElsewhere(headers, get.url)), said());
  try {
    if (body !== null) return { kind: 'answer', json: JSON.parse(body), next: nextLink(headers) };
  } catch {
    // a log-in page, a proxy's page, half an answer
  }
  return failed({ kind: 'unreadable', status }, said());
}

/** RFC 8288: `<https://…?page=2>; rel="next"`. */
function nextLink({ link }: IncomingHttpHeaders): string | null {
  if (typeof link !== 'string') return null;
  for (const each of link.slice(0, LONGEST_LINK).split(/,(?=\s*<)/)) {
    const [target = '', ...parameters] = each.split(';').map((part) => part.trim());
    const isNext = parameters.some((parameter) => /^rel\s*=\s*"?(?:[\w-]+ )*next\b/i.test(parameter));
    if (isNext && target.startsWith('<') && target.endsWith('>')) return target.slice(1, -1);
  }
  return null;
}

/** Does a redirect lead to another host? Then Desk's API is not here; on the same host nobody knows. It is never followed. */
function isElsewhere({ location }: IncomingHttpHeaders, asked: string): boolean {
  const target = typeof location === 'string' && URL.canParse(location, asked) ? new URL(location, asked) : null;
  return target !== null && target.host !== new URL(asked).host;
}

/** Also as some JSON writers put it: with `\\/` for `/`. */
function withoutSecrets(body: string, secrets: readonly string[]): string {
  const shapes = secrets.flatMap((secret) => [secret, secret.replaceAll('/', '\\/')]);
  return shapes.reduce((text, shape) => text.replaceAll(shape, '[key]'), body);
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function failureOfStatus(status: number, retryAfterSeconds: number, leadsElsewhere: boolean): Failure {
  if (status === 401) return { kind: 'refused' };
  if (status === 403) return { kind: 'forbidden' };
  if (status === 404 || status === 410) return { kind: 'not-found' };
  if (REDIRECTS.has(status) && leadsElsewhere) return { kind: 'not-found' };
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds };
  if (status === 408) return { kind: 'timeout' };
  return status >= 500 ? { kind: 'unreachable', status } : { kind: 'unreadable', status };
}

/** The answer came and is broken: not HTTP, too large, another length than it says, nothing that the library expected. */
const BROKEN_ANSWER =
  /^(?:HPE_|ERR_ASSERTION|UND_ERR_RES_EXCEEDED_MAX_SIZE|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_HEADERS_OVERFLOW)/;
const TOO_SLOW = /^(?:ETIMEDOUT$|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)/;
/** Our own mistakes, not the world's. */
const BUG = /^(?:UND_ERR_INVALID_|UND_ERR_DESTROYED|UND_ERR_CLOSED|ERR_INVALID_)/;

function failureOfError(error: unknown): Failure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '' || BUG.test(code)) throw error;
  if (code === 'ENOTFOUND') return { kind: 'not-found' }; // no host of this name: a mistyped site
  if (TOO_SLOW.test(code)) return { kind: 'timeout' };
  return BROKEN_ANSWER.test(code) ? { kind: 'unreadable' } : { kind: 'unreachable' };
}
