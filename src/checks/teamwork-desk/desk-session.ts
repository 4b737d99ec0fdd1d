import type { Failure, Me, SectionRead } from '../account.js';
import type { Credentials } from '../account-reader.js';
import { UNREADABLE } from '../http/failed-response.js';
import { getJson, type JsonResponse, type RequestDoor } from '../http/get-json.js';
import { backoffId } from '../http/rate-backoff.js';
import type { ServiceError } from '../http/read-errors.js';
import { readLegacyMe, readMe } from './me.js';

/** One customer's key at work for the length of one reading. */
export interface DeskSession {
  readMe(): Promise<SectionRead<Me>>;
  /** A v2 resource by its path below `/desk/api/v2/`, with `.json`. */
  get(path: string, query: Readonly<Record<string, string>>): Promise<JsonResponse>;
}

/** For the operator's log: what failed and what Desk said to it. Never holds the key. */
export interface DeskFailureEvent {
  readonly path: string;
  readonly why: Failure;
  readonly said: readonly ServiceError[];
}

/**
 * Begins a reading: all of it has to end within `readingMs`. The key is in headers only.
 * @param onFailure told of each request that failed
 * @param signal the customer's
 */
export function openSession(
  door: RequestDoor,
  { site, key }: Credentials,
  onFailure: (event: DeskFailureEvent) => void,
  signal?: AbortSignal,
): DeskSession {
  const id = backoffId(site, key.reveal());
  const bearer = `Bearer ${key.reveal()}`;
  const inBasic = Buffer.from(`${key.reveal()}:x`).toString('base64');
  const secrets = [key.reveal(), inBasic];
  const deadline = AbortSignal.timeout(door.limits.readingMs);

  async function ask(path: string, authorization: string): Promise<JsonResponse> {
    const answer = await getJson(door, {
      url: `${site}${path}`,
      headers: { authorization },
      secrets,
      backoffId: id,
      signal,
      deadline,
    });
    if (answer.kind === 'failed') onFailure({ path, why: answer.why, said: answer.said });
    return answer;
  }

  const askLegacyMe = async () => {
    const answer = await ask('/desk/v1/me.json', `Basic ${inBasic}`);
    return answer.kind === 'answer' ? readLegacyMe(answer.json) : null;
  };

  return {
    get: (path, query) => ask(`/desk/api/v2/${path}?${new URLSearchParams(query)}`, bearer),
    async readMe() {
      const answer = await ask('/desk/api/v2/me.json', bearer);
      if (answer.kind === 'failed') {
        // A key of Teamwork (Projects) or of old Desk opens v1 only: a valid key, of the wrong kind.
        const isOtherProduct = answer.why.kind === 'refused' && (await askLegacyMe()) !== null;
        return { kind: 'failed', why: isOtherProduct ? { kind: 'wrong-product' } : answer.why };
      }
      const me = readMe(answer.json);
      if (me === null) return { kind: 'failed', why: UNREADABLE.why };
      const isAdmin = me.isAdmin ?? (await askLegacyMe())?.isAdmin ?? null;
      return { kind: 'read', value: { ...me, isAdmin } };
    },
  };
}
