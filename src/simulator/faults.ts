import { gzipSync } from 'node:zlib';
import {
  errorAnswer,
  forbidden,
  jsonAnswer,
  notFound,
  refused,
  type SimulatedResponse,
  textAnswer,
} from './desk-response.js';
import { ODDITIES, type Oddity, oddAnswer } from './odd-answers.js';

/** Everything that can fail between us and Desk, by switch; what is only odd: odd-answers.ts. */
export const FAULTS = [
  'refused',
  'refused-as-object',
  'other-product',
  'forbidden',
  'not-found',
  'rate-limited',
  'retry-later',
  'server-error',
  'bad-gateway',
  'slow',
  'broken-connection',
  'cut-off',
  'log-in-page',
  'redirect',
  'empty',
  'wrong-shape',
  'list-null',
  'included-null',
  'no-content',
  'part',
  'not-modified',
  'redirect-here',
  'conflict',
  'unprocessable',
  'unavailable',
  'packed',
] as const;
export type Fault = (typeof FAULTS)[number];

/** All that can be switched on. */
export type Disturbance = Fault | Oddity;
export const DISTURBANCES: readonly Disturbance[] = [...FAULTS, ...ODDITIES];

/** Where a fault strikes; what is left out means everywhere. */
interface FaultRule {
  readonly fault: Disturbance;
  /** `me`, `users`, `agentinvites`, `inboxes`, `triggers`, `customfields`, `tickets`, … */
  readonly resource?: string;
  readonly page?: number;
  readonly account?: string;
  /** Strikes this many times, then no more: for retries. */
  readonly times?: number;
}

/** What a faulty answer does to its connection; `hang`: answers after this many milliseconds. */
export interface Disturbed {
  readonly answer: SimulatedResponse;
  readonly connection?: 'break';
  readonly delayMs?: number;
}

/** Longer than any patience of the client in tests, shorter than a test. */
const SLOW_MS = 15_000;

const LOG_IN_PAGE =
  '<!DOCTYPE html><html><head><title>Log in</title></head><body><form>Log in to Teamwork</form></body></html>';

/** Turns a good answer into the faulty or the odd one. */
export function disturb(answer: SimulatedResponse, disturbance: Disturbance, resource: string): Disturbed {
  const fault = FAULTS.find((each) => each === disturbance);
  if (fault !== undefined) return spoil(answer, fault, resource);
  const oddity = ODDITIES.find((each) => each === disturbance);
  return { answer: oddity === undefined ? answer : oddAnswer(answer, oddity, resource) };
}

function spoil(answer: SimulatedResponse, fault: Fault, resource: string): Disturbed {
  switch (fault) {
    case 'refused':
      return { answer: refused() };
    case 'refused-as-object':
      return { answer: refused(true) };
    case 'other-product':
      return { answer: jsonAnswer(401, { CONTENT: { ERRORS: ['Invalid token or token version'] } }) };
    case 'forbidden':
      return { answer: forbidden() };
    case 'not-found':
      return { answer: notFound() };
    case 'rate-limited':
      return { answer: { status: 429, headers: { ...answer.headers, 'X-Rate-Limit-Reset': '60' }, body: '' } };
    case 'retry-later':
      return { answer: { status: 429, headers: { 'Retry-After': '5' }, body: '' } };
    case 'server-error':
      return { answer: textAnswer(500, 'Sorry, the server ran into a problem and could not finish your request.') };
    case 'bad-gateway':
      return {
        answer: textAnswer(
          502,
          '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
          'text/html',
        ),
      };
    case 'slow':
      return { answer, delayMs: SLOW_MS };
    case 'broken-connection':
      return { answer, connection: 'break' };
    case 'cut-off':
      return { answer: { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) } };
    case 'log-in-page':
      return { answer: textAnswer(200, LOG_IN_PAGE, 'text/html') };
    case 'redirect':
      return { answer: { status: 302, headers: { location: 'https://www.teamwork.com/launchpad/login' }, body: '' } };
    case 'empty':
      return { answer: { ...answer, body: '' } };
    case 'wrong-shape':
      return { answer: jsonAnswer(200, { [resource]: { rows: 'none' }, user: 'none' }) };
    case 'list-null':
      return { answer: withMember(answer, resource === 'me' ? 'user' : resource) };
    case 'included-null':
      return { answer: withMember(answer, 'included') };
    case 'no-content':
      return { answer: { ...answer, status: 204, body: '' } };
    case 'part':
      // A part of the answer that nobody asked for, and that does not say which part it is.
      return { answer: { ...answer, status: 206 } };
    case 'not-modified':
      return { answer: { ...answer, status: 304, body: '' } };
    case 'redirect-here':
      return { answer: { status: 307, headers: { location: '/launchpad/login' }, body: '' } };
    case 'conflict':
      return { answer: errorAnswer(409, 'Conflict', 'the record was changed') };
    case 'unprocessable':
      return { answer: errorAnswer(422, 'Unprocessable Entity', 'could not be read') };
    case 'unavailable': {
      const down = textAnswer(503, 'Service Unavailable');
      return { answer: { ...down, headers: { ...down.headers, 'Retry-After': '1' } } };
    }
    case 'packed':
      // A proxy on the way packs what nobody asked for, and puts a byte order mark before it.
      return {
        answer: {
          ...answer,
          headers: { ...answer.headers, 'content-encoding': 'gzip' },
          body: gzipSync(`\uFEFF${answer.body}`),
        },
      };
  }
}

function withMember(answer: SimulatedResponse, name: string): SimulatedResponse {
  const body: object = JSON.parse(String(answer.body));
  return { ...answer, body: JSON.stringify({ ...body, [name]: null }) };
}

/** The faults that are switched on. */
export interface FaultSwitch {
  set(...rules: readonly FaultRule[]): void;
  clear(): void;
  /** The fault that strikes this request, if any; counts it. */
  strike(resource: string, page: number, account: string): Disturbance | null;
}

export function createFaultSwitch(): FaultSwitch {
  let rules: { rule: FaultRule; struck: number }[] = [];
  return {
    set(...added) {
      rules = added.map((rule) => ({ rule, struck: 0 }));
    },
    clear() {
      rules = [];
    },
    strike(resource, page, account) {
      const hit = rules.find(
        ({ rule, struck }) =>
          (rule.resource ?? resource) === resource &&
          (rule.page ?? page) === page &&
          (rule.account ?? account) === account &&
          struck < (rule.times ?? Number.POSITIVE_INFINITY),
      );
      if (hit === undefined) return null;
      hit.struck += 1;
      return hit.rule.fault;
    },
  };
}

/** Reads a fault from the request header `X-Practice-Fault`. */
export function readFault(text: string | string[] | undefined): Disturbance | null {
  return DISTURBANCES.find((fault) => fault === text) ?? null;
}
