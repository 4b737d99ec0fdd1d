import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { authorise, type DeskRequest, keyOf } from './authorise.js';
import type { ChangeableDesk } from './changeable-desk.js';
import type { DeskAccount } from './desk-account.js';
import { errorAnswer, notFound, refused, type SimulatedResponse, textAnswer } from './desk-response.js';
import { answerDesk } from './desk-routes.js';
import { createFaultSwitch, type Disturbed, disturb, readFault } from './faults.js';
import { answerPage } from './practice-page.js';
import type { PracticeSentences } from './practice-sentences.js';
import { createRateLimiter, DESK_RATE, type RateOptions } from './rate-limiter.js';
import { type RequestBody, readBody } from './read-body.js';
import { seedAccounts } from './seed-accounts.js';

export interface PracticeDeskOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Where it is mounted, without a slash at the end: `/practice`. Empty: at the root. */
  readonly basePath?: string;
  readonly rate?: RateOptions;
  /** Called after each answer of the API is made: what happens in the accounts between two requests. */
  readonly afterAnswer?: (request: SeenRequest, desk: PracticeDesk) => void;
  /** What its pages say, by language. */
  readonly sentences: PracticeSentences;
}

/** One request as the log of the simulator keeps it: enough to count, no key in it. */
interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly account: string | null;
}

/** A local stand-in for Teamwork Desk with practice accounts, and a small page on which a newcomer changes them. */
export interface PracticeDesk extends ChangeableDesk {
  /** For `http.createServer`, or to be called with the requests below `basePath`. */
  readonly listener: RequestListener;
  /** The last requests to the API, oldest first. */
  readonly seen: readonly SeenRequest[];
}

const LONGEST_LOG = 1_000;

export function practiceDesk({
  clock,
  sentences,
  basePath = '',
  rate = DESK_RATE,
  afterAnswer,
}: PracticeDeskOptions): PracticeDesk {
  const faults = createFaultSwitch();
  const limiter = createRateLimiter(rate, clock);
  const seen: SeenRequest[] = [];
  let accounts = seedAccounts(clock());
  const desk: PracticeDesk = {
    listener: (request, response) =>
      void respond(request, response).catch((error: unknown) => response.destroy(asError(error))),
    faults,
    seen,
    account: (id) => accounts.find((each) => each.id === id),
    reset() {
      accounts = seedAccounts(clock());
      faults.clear();
      seen.length = 0;
    },
  };
  return desk;

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://practice.invalid');
    const path = url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length) || '/' : url.pathname;
    const body = await readBody(incoming);
    if (!path.startsWith('/desk/') && !path.startsWith('/__sim/')) {
      // A page of another site may send a form without asking; its browser says that it does.
      if (incoming.method === 'POST' && /^(?:cross|same)-site$/.test(String(incoming.headers['sec-fetch-site'])))
        return send(response, textAnswer(403, 'Forms are sent from this page only.'));
      const form = body.kind === 'body' ? body.value : undefined;
      return send(
        response,
        answerPage(desk, {
          method: incoming.method ?? 'GET',
          path,
          query: url.searchParams,
          form,
          basePath,
          clock,
          sentences,
        }),
      );
    }
    const { answer, connection, delayMs = 0 } = answerApi(incoming, url, path, body);
    if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
    if (connection === 'break') response.socket?.destroy();
    else send(response, answer);
  }

  function answerApi(incoming: IncomingMessage, url: URL, path: string, body: RequestBody): Disturbed {
    const request: DeskRequest = {
      ...{
        method: incoming.method ?? 'GET',
        path,
        query: url.searchParams,
        body: body.kind === 'body' ? body.value : undefined,
      },
      ...{
        authorization: incoming.headers.authorization ?? '',
        host: (incoming.headers.host ?? '').replace(/:\d+$/, ''),
      },
    };
    const account = authorise(request, accounts);
    const passed = limiter.count(keyOf(request));
    const limited = { status: 429, headers: {}, body: '' };
    const plain = passed.isAllowed ? answerWithoutFaults(request, account, body) : limited;
    const good = { ...plain, headers: { ...plain.headers, ...passed.headers } };
    const resource = path
      .replace(/^\/desk\/(?:api\/v2\/)?/, '')
      .replace(/\.json$/, '')
      .replace(/\/\d+/g, '');
    const page = Number(url.searchParams.get('page') ?? 1);
    const fault = faults.strike(resource, page, account?.id ?? '') ?? readFault(incoming.headers['x-practice-fault']);
    const disturbed = fault === null ? { answer: good } : disturb(good, fault, resource);
    const noted = {
      ...{ method: request.method, path: `${path}${url.search}` },
      ...{ status: disturbed.answer.status, account: account?.id ?? null },
    };
    seen.push(noted);
    afterAnswer?.(noted, desk);
    if (seen.length > LONGEST_LOG) seen.shift();
    return disturbed;
  }

  function answerWithoutFaults(
    request: DeskRequest,
    account: DeskAccount | null,
    body: RequestBody,
  ): SimulatedResponse {
    if (body.kind === 'invalid') {
      if (body.why === 'type') return textAnswer(400, 'Missing or unknown Content-Type');
      return errorAnswer(body.why === 'size' ? 413 : 400, 'Bad Request', 'could not read the body');
    }
    if (!request.path.endsWith('.json')) return notFound();
    if (account === null) return refused();
    if (request.path === '/__sim/notification-preferences.json') return preferencesAnswer(account);
    return answerDesk(request, account, new Date(clock()).toISOString());
  }
}

/** Not of the real API, which tells nobody (docs/teamwork-desk-api.md 2.7): an obviously private way to see the positive path. */
function preferencesAnswer({ emailNotifications }: DeskAccount): SimulatedResponse {
  const preferences = Object.entries(emailNotifications).map(([email, isOn]) => ({ email, isOn }));
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ preferences }) };
}

function send(response: ServerResponse, { status, headers, body }: SimulatedResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
