import { isIP } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { decodeHtml } from '../decode-text.js';
import type { Answer, Answers } from './answers.js';
import { isPublic, publicLookup } from './is-public.js';
import { unpack } from './unpack.js';

/** The numbers that requests go by. */
export interface CrawlLimits {
  /** Between two requests, in milliseconds; a site's own wish counts when it is longer. */
  readonly pause: number;
  readonly timeout: number;
  /** Bytes of one answer, unpacked. */
  readonly largest: number;
  readonly redirects: number;
  /** How often a request that failed for a while is tried again. */
  readonly retries: number;
  /** The longest wait that a server may ask for, in milliseconds. */
  readonly longestWait: number;
}

export const WEB_LIMITS: CrawlLimits = {
  pause: 500,
  timeout: 20_000,
  largest: 5 * 1024 * 1024,
  redirects: 5,
  retries: 4,
  longestWait: 120_000,
};

export type Fetched =
  | ({ readonly kind: 'answer' } & Answer)
  /** `isOver`: nothing more can be asked here now (refused, too many requests, no connection). */
  | { readonly kind: 'failed'; readonly why: string; readonly isOver: boolean };

export interface Door {
  /** @throws nothing for what the world does */
  get(url: string): Promise<Fetched>;
  close(): Promise<void>;
}

export interface DoorOptions {
  /** The one host that is asked: `help.example.com`, with its port when it has one. */
  readonly host: string;
  readonly answers: Answers;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the host may stand on a private network: only when the person who imports says so. */
  readonly mayBePrivate: boolean;
  readonly limits?: Partial<CrawlLimits>;
}

/** Says who asks, so that the owner of a site can tell us apart. */
export const USER_AGENT = 'PasserelleImport/1.0 (help-centre import)';

/** Opens the way to one host: nobody else is asked, not after a redirect either, and nothing on a private network. */
export function openDoor({ host, answers, wait, headers = {}, mayBePrivate, limits: given }: DoorOptions): Door {
  const limits = { ...WEB_LIMITS, ...given };
  const dispatcher = new Agent({
    connect: { timeout: limits.timeout, ...(mayBePrivate ? {} : { lookup: publicLookup }) },
    headersTimeout: limits.timeout,
    bodyTimeout: limits.timeout,
    maxResponseSize: limits.largest,
  });
  let isFirst = true;

  const once = async (url: URL): Promise<Tried> => {
    if (!isFirst) await wait(limits.pause);
    isFirst = false;
    try {
      const {
        statusCode,
        headers: told,
        body,
      } = await request(url, {
        dispatcher,
        headers: { 'user-agent': USER_AGENT, accept: '*/*', 'accept-encoding': 'identity', ...headers },
      });
      const packed = await readBody(body, limits.largest);
      const unpacked = await unpack(packed, String(told['content-encoding'] ?? ''), limits.largest);
      if (unpacked.kind === 'unpacked') return { status: statusCode, headers: told, bytes: unpacked.bytes };
      return {
        status: statusCode,
        headers: told,
        why: unpacked.kind === 'too-large' ? largerThan(limits) : UNREADABLE,
      };
    } catch (error) {
      return { status: 0, why: whyOf(error, limits) };
    }
  };

  const ask = async (url: URL): Promise<Tried> => {
    for (let tried = 0; ; tried++) {
      const answer = await once(url);
      const isPassing = answer.status === 429 || answer.status >= 500 || (answer.status === 0 && answer.why === BROKEN);
      if (!isPassing || tried >= limits.retries) return answer;
      const asked = Number(answer.headers?.['retry-after']) * 1000;
      await wait(
        Math.min(limits.longestWait, Number.isFinite(asked) && asked > 0 ? asked : limits.pause * 2 ** (tried + 1)),
      );
    }
  };

  return {
    async get(address) {
      const kept = await answers.get(address);
      if (kept) return { kind: 'answer', ...kept };
      let url = new URL(address);
      for (let hop = 0; hop <= limits.redirects; hop++) {
        const refused = refusal(url, host, mayBePrivate);
        if (refused) return failed(refused);
        const { status, headers: told, bytes, why } = await ask(url);
        const location = told?.location;
        if (status >= 300 && status < 400 && typeof location === 'string' && URL.canParse(location, url.href)) {
          url = new URL(location, url.href);
          continue;
        }
        if (status !== 200 || !bytes) return { ...failed(why ?? `answered ${status}`), isOver: isOver(status) };
        const type = String(told?.['content-type'] ?? '');
        const answer = { url: url.href, type, text: decodeHtml(bytes, () => undefined, type) };
        await answers.put(address, answer);
        return { kind: 'answer', ...answer };
      }
      return failed('redirected too often');
    },
    close: () => dispatcher.close(),
  };
}

interface Tried {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes?: Buffer;
  readonly why?: string;
}

/** Why an address is not asked at all. */
function refusal({ protocol, host, hostname, username }: URL, own: string, mayBePrivate: boolean): string | undefined {
  if (protocol !== 'https:' && protocol !== 'http:') return 'no web address';
  if (username) return 'an address with a name in it';
  if (host !== own) return `leads to another host (${host})`;
  const bare = hostname.replace(/^\[|\]$/g, '');
  return !mayBePrivate && isIP(bare) && !isPublic(bare) ? PRIVATE : undefined;
}

async function readBody(body: Dispatcher.ResponseData['body'], largest: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > largest) throw Object.assign(new Error('too large'), { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

const BROKEN = 'the connection broke';
const UNREADABLE = 'came packed in a way that cannot be read';
const largerThan = ({ largest }: CrawlLimits) => `larger than ${largest / 1024 / 1024} MB`;
const PRIVATE = 'leads to a private address; --private allows it when the site is on your own network';

function whyOf(error: unknown, limits: CrawlLimits): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '') throw error;
  if (code === 'EPRIVATE') return PRIVATE;
  if (code === 'ENOTFOUND') return 'there is no such host';
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return largerThan(limits);
  return /TIMEOUT/.test(code) ? 'no answer in time' : BROKEN;
}

const isOver = (status: number) => status === 429 || status === 0 || status === 401 || status >= 500;
const failed = (why: string): Extract<Fetched, { kind: 'failed' }> => ({ kind: 'failed', why, isOver: false });
