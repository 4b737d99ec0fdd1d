import type { Dispatcher } from 'undici';
import type { Failure } from '../account.js';
import { failed, UNREADABLE } from '../http/failed-response.js';
import { getJson, type JsonResponse, type TimedCall } from '../http/get-json.js';
import { backoffId, createRateBackoff } from '../http/rate-backoff.js';
import type { ServiceError } from '../http/read-errors.js';
import { REQUEST_LIMITS, type RequestLimits } from '../http/request-limits.js';
import type { CheckFile } from './check-file.js';
import { type DescribedRequest, startOf, textsOf } from './described-request.js';
import { whyRefused } from './host-pattern.js';
import { readPages, type WholeAnswer } from './read-pages.js';
import { type Entered, fill, placesIn } from './template.js';

/** What was read for some checks at one moment. */
export interface DescribedAccount {
  /** ISO time. */
  readonly readAt: string;
  /** Answers by the name of their request. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly failures: Readonly<Record<string, Failure>>;
  /** What the customer entered opens nothing. */
  readonly isRefused: boolean;
}

/** For the operator's log: which request failed and what was said to it. Never holds an address or what was entered. */
export interface RequestFailureEvent {
  readonly request: string;
  readonly why: Failure;
  readonly said: readonly ServiceError[];
}

/** What the reader needs of the world. */
export interface DescribedReaderOptions {
  /** Made by `openDispatcher`; the maker closes it. */
  readonly dispatcher: Dispatcher;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds that never go back. */
  readonly steady: () => number;
  readonly limits?: RequestLimits;
  readonly onFailure?: (event: RequestFailureEvent) => void;
  readonly timed?: TimedCall;
}

/** Reads accounts by the requests of a checks file. */
export interface DescribedReader {
  /** Why these fields lead to nothing that may be asked; null when they do. */
  refusal(entered: Entered): string | null;
  /**
   * Reads what the named requests answer, each whole. Faults of the world are values.
   * @throws the signal's reason when the customer cancelled, and bugs
   */
  read(names: readonly string[], entered: Entered, signal?: AbortSignal): Promise<DescribedAccount>;
}

/** Reads accounts as a checks file describes it, with GET only, from its hosts only; redirects are not followed. */
export function createDescribedReader(
  { hosts, requests }: Pick<CheckFile, 'hosts' | 'requests'>,
  { dispatcher, now, steady, limits = REQUEST_LIMITS, onFailure = () => {}, timed }: DescribedReaderOptions,
): DescribedReader {
  const backoff = createRateBackoff(steady);

  const readOne = async (
    name: string,
    entered: Entered,
    deadline: AbortSignal,
    signal?: AbortSignal,
  ): Promise<WholeAnswer> => {
    const request = requests[name];
    if (!request) throw new Error(`There is no request ${name}`);
    const address = addressOf(request, entered);
    if (!address) throw new Error('No address: ask refusal() first');
    const headers = headersOf(request, entered);
    const door = {
      dispatcher,
      now,
      backoff,
      timed,
      limits: { ...limits, requestMs: Math.min(request.timeout, limits.requestMs) },
    };
    const secrets = [entered.key, ...Object.values(headers)].filter((secret) => secret !== '');
    // A service counts by what lets it in: our own key, which all customers share, or theirs.
    const whoAsks = Object.keys(headers).length > 0 ? JSON.stringify(headers) : entered.key;
    const get = async (url: URL): Promise<JsonResponse> => {
      if (url.origin !== address.origin || whyRefused(url.href, hosts) !== null)
        return failed(UNREADABLE.why, [{ detail: 'a page leads to another host' }]);
      return getJson(door, {
        url: url.href,
        headers,
        secrets,
        backoffId: backoffId(url.origin, whoAsks),
        signal,
        deadline,
      });
    };
    if (!request.paging) return get(address);
    return readPages(
      request.paging,
      (page) => {
        if ('address' in page)
          return URL.canParse(page.address, address.href)
            ? get(new URL(page.address, address.href))
            : Promise.resolve(UNREADABLE);
        const url = new URL(address);
        for (const [parameter, value] of Object.entries(page.parameters)) url.searchParams.set(parameter, value);
        return get(url);
      },
      limits,
    );
  };

  return {
    refusal: (entered) =>
      Object.values(requests)
        .map((request) => whyNot(request, entered, hosts))
        .find((why) => why !== null) ?? null,
    async read(names, entered, signal) {
      signal?.throwIfAborted();
      const readAt = new Date(now()).toISOString();
      const deadline = AbortSignal.timeout(limits.readingMs);
      const read = await Promise.all(
        names.map(async (name) => [name, await readOne(name, entered, deadline, signal)] as const),
      );
      const answers: Record<string, unknown> = {};
      const failures: Record<string, Failure> = {};
      for (const [name, answer] of read) {
        if (answer.kind === 'answer') answers[name] = answer.json;
        else {
          failures[name] = answer.why;
          onFailure({ request: name, why: answer.why, said: answer.said });
        }
      }
      const isRefused = Object.entries(failures).some(([name, why]) => saysRefused(why, requests[name]));
      return { readAt, answers, failures, isRefused };
    },
  };
}

/** Nobody lets this key in, or nothing is under the name that was entered. */
function saysRefused({ kind }: Failure, request: DescribedRequest | undefined): boolean {
  if (!request || !namesCustomer(request)) return false;
  return kind === 'refused' || (kind === 'not-found' && placesIn(request.get).length > 0);
}

function namesCustomer(request: DescribedRequest): boolean {
  return textsOf(request).some((text) => placesIn(text).length > 0);
}

/** Filled in and read once, for asking as for judging whether it may be asked; null when it is no address. */
function addressOf({ get, query }: DescribedRequest, entered: Entered): URL | null {
  const start = startOf(get);
  const text = `${fill(start, entered)}${fill(get.slice(start.length), entered, encodeURIComponent)}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  for (const [parameter, value] of Object.entries(query)) url.searchParams.set(parameter, fill(value, entered));
  return url;
}

function headersOf({ headers, basic }: DescribedRequest, entered: Entered): Readonly<Record<string, string>> {
  const filled = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, fill(text, entered)]));
  if (!basic) return filled;
  const credentials = Buffer.from(`${fill(basic.user, entered)}:${fill(basic.password, entered)}`);
  return { ...filled, authorization: `Basic ${credentials.toString('base64')}` };
}

function whyNot(request: DescribedRequest, entered: Entered, hosts: readonly string[]): string | null {
  const isPlain = Object.values(headersOf(request, entered)).every((value) => /^[\t\x20-\x7e]*$/.test(value));
  if (!isPlain) return 'signs that no header can carry';
  const address = addressOf(request, entered);
  return address ? whyRefused(address.href, hosts) : 'no web address';
}
