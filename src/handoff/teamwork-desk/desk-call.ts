import { type Dispatcher, request } from 'undici';
import { secondsToWait } from '../../checks/http/rate-backoff.js';
import { readErrors } from '../../checks/http/read-errors.js';
import { REQUEST_LIMITS } from '../../checks/http/request-limits.js';
import { codeOf } from '../code-of.js';

export type DeskAnswer =
  | { readonly kind: 'answer'; readonly json: unknown }
  | {
      readonly kind: 'failed';
      /** 0: there was no answer. */
      readonly status: number;
      readonly why: string;
      readonly retryAfterSeconds?: number;
    };

export type DeskCall = (
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  signal: AbortSignal,
  body?: object,
) => Promise<DeskAnswer>;

interface DeskCallDeps {
  /** `https://acme.teamwork.com`, or the practice account's own. */
  readonly site: string;
  readonly key: string;
  readonly dispatcher: Dispatcher;
  readonly now: () => Date;
}

/** How much of Desk's own words is kept of a fault. */
const LONGEST_WHY = 120;
/** Before the account says more: Desk counts rejected requests, too. */
const TOO_MANY = 429;

/** Calls of the operator's own Teamwork Desk (docs/teamwork-desk-api.md): faults are values, redirects are not followed. */
export function deskCall({ site, key, dispatcher, now }: DeskCallDeps): DeskCall {
  return async (method, path, signal, body) => {
    try {
      const {
        statusCode,
        headers,
        body: answer,
      } = await request(`${site}/desk/api/v2/${path}`, {
        method,
        dispatcher,
        signal,
        headers: { accept: 'application/json', 'content-type': 'application/json', authorization: `Bearer ${key}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (statusCode === 200 || statusCode === 201) return parsed(text);
      const wait = statusCode === TOO_MANY || headers['retry-after'] !== undefined;
      return {
        ...{ kind: 'failed', status: statusCode, why: whyOf(statusCode, text, key) },
        ...(wait ? { retryAfterSeconds: secondsToWait(headers, now().getTime(), REQUEST_LIMITS) } : {}),
      };
    } catch (error) {
      return { kind: 'failed', status: 0, why: signal.aborted ? 'no answer in time' : codeOf(error) };
    }
  };
}

function parsed(text: string): DeskAnswer {
  try {
    return { kind: 'answer', json: JSON.parse(text) };
  } catch {
    return { kind: 'failed', status: 200, why: 'an answer that is no JSON' };
  }
}

/** Desk names fields and rules, not people; what it sends back of an address or of the key is left out all the same. */
function whyOf(status: number, body: string, key: string): string {
  const [said] = readErrors(body.replaceAll(key, ''));
  const words = [said?.source, said?.detail].filter(Boolean).join(' ');
  return words === '' || words.includes('@') ? `HTTP ${status}` : `HTTP ${status}: ${words.slice(0, LONGEST_WHY)}`;
}
