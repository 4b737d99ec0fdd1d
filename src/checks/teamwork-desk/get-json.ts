import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, request } from 'undici';
import type { Failure } from '../account.js';
import type { DeskLimits } from './desk-limits.js';
import { isSpent, type RateBackoff, secondsToWait } from './rate-backoff.js';
import { type DeskError, readDeskErrors } from './read-desk-errors.js';

/** What the client needs of the world. */
export interface DeskDoor {
  readonly dispatcher: Dispatcher;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits: DeskLimits;
  readonly brake: RateBackoff;
}

export interface DeskGet {
  readonly url: string;
  /** The whole header: `Bearer …` or `Basic …`. */
  readonly authorization: string;
  /** What must be cut out of an error that sends back what it was sent. */
  readonly secrets: readonly string[];
  /** Whose requests the rate limit counts together. */
  readonly brakeId: string;
  /** The customer's: aborted when they cancel. */
  readonly signal?: AbortSignal;
  /** Of the whole reading; when it has passed, the rest has timed out. */
  readonly deadline: AbortSignal;
}

export type DeskResponse =
  | { readonly kind: 'answer'; readonly json: unknown }
  | { readonly kind: 'failed'; readonly why: Failure; readonly said: readonly DeskError[] };

/**
 * One GET of JSON. Faults of the world are values.
 *
 * @throws the signal's reason when the customer cancelled; bugs.
 */
export async function getJson(door: DeskDoor, get: DeskGet): Promise<DeskResponse> {
  get.signal?.throwIfAborted();
  const wait = door.brake.secondsLeft(get.brakeId);
  if (wait > 0) return failed({ kind: 'rate-limited', retryAfterSeconds: wait });
  const ownDeadline = AbortSignal.timeout(door.limits.requestMs);
  const signal = AbortSignal.any([...(get.signal ? [get.signal] : []), get.deadline, ownDeadline]);
  try {
    const { statusCode, headers, body } = await request(get.url, {
      method: 'GET',
      dispatcher: door.dispatcher,
      headers: { accept: 'application/json', 'content-type': 'application/json', authorization: get.authorization },
      signal,
    });
    return readAnswer(door, get, statusCode, headers, await body.text());
  } catch (error) {
    get.signal?.throwIfAborted();
    if (ownDeadline.aborted || get.deadline.aborted) return failed({ kind: 'timeout' });
    return failed(failureOfError(error));
  }
}

function readAnswer(
  door: DeskDoor,
  get: DeskGet,
  status: number,
  headers: IncomingHttpHeaders,
  body: string,
): DeskResponse {
  if (status === 429 || isSpent(headers)) {
    door.brake.block(get.brakeId, secondsToWait(headers, door.now(), door.limits));
  }
  if (status !== 200) {
    const seconds = secondsToWait(headers, door.now(), door.limits);
    return failed(failureOfStatus(status, seconds), readDeskErrors(withoutSecrets(body, get.secrets)));
  }
  try {
    return { kind: 'answer', json: JSON.parse(body) };
  } catch {
    return failed({ kind: 'unreadable', status }, readDeskErrors(withoutSecrets(body, get.secrets))); // a log-in page, a proxy's page, half an answer
  }
}

/** Also as some JSON writers put it: with `\\/` for `/`. */
function withoutSecrets(body: string, secrets: readonly string[]): string {
  const shapes = secrets.flatMap((secret) => [secret, secret.replaceAll('/', '\\/')]);
  return shapes.reduce((text, shape) => text.replaceAll(shape, '[key]'), body);
}

function failureOfStatus(status: number, retryAfterSeconds: number): Failure {
  if (status === 401) return { kind: 'refused' };
  if (status === 403) return { kind: 'forbidden' };
  // A redirect leads to a log-in or another host: Desk's API is not here. It is never followed.
  if (status === 404 || status === 410 || (status >= 300 && status < 400)) return { kind: 'not-found' };
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds };
  if (status === 408) return { kind: 'timeout' };
  return status >= 500 ? { kind: 'unreachable', status } : { kind: 'unreadable', status };
}

/** The answer came and is broken: not HTTP, too large, another length than it says. */
const BROKEN_ANSWER =
  /^(?:HPE_|UND_ERR_RES_EXCEEDED_MAX_SIZE|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_HEADERS_OVERFLOW)/;
const TOO_SLOW = /^(?:ETIMEDOUT$|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)/;
/** Our own mistakes, not the world's. */
const BUG = /^(?:UND_ERR_INVALID_|UND_ERR_DESTROYED|UND_ERR_CLOSED|ERR_INVALID_|ERR_ASSERTION)/;

function failureOfError(error: unknown): Failure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '' || BUG.test(code)) throw error;
  if (code === 'ENOTFOUND') return { kind: 'not-found' }; // no host of this name: a mistyped site
  if (TOO_SLOW.test(code)) return { kind: 'timeout' };
  return BROKEN_ANSWER.test(code) ? { kind: 'unreadable' } : { kind: 'unreachable' };
}

function failed(why: Failure, said: readonly DeskError[] = []): DeskResponse {
  return { kind: 'failed', why, said };
}
