import { createHash } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { isPublicHost, openPublicLookup } from '../handoff/webhook/public-addresses.js';

/** What stands at an address now. */
export type Seen =
  | {
      readonly kind: 'found';
      /** Where it has moved for good. */
      readonly movedTo?: string;
      /** Stands for what the page says, without its frame; only when it was read. */
      readonly print?: string;
    }
  /** Nothing is there for a customer, and nothing will be. */
  | { readonly kind: 'gone'; readonly why: string; readonly isHostUnknown?: true }
  /** It cannot be told today: busy, slow, or not for programs. */
  | { readonly kind: 'unsure'; readonly why: string };

/** How a probe reaches pages; faults of the world are values of {@link Seen}. */
export interface PageDoor {
  /** @param isRead whether what it says is of interest, or only that it is there */
  look(url: string, isRead: boolean): Promise<Seen>;
  close(): Promise<void>;
}

/** Milliseconds that a server may take; redirects that are followed; bytes of a page that are read. */
const LONGEST = 15_000;
const MOST_REDIRECTS = 5;
const LARGEST = 5 * 1024 * 1024;

/** Looks at pages of the internet, as a customer's browser would reach them: nothing on a private network, not after a redirect either. */
export function openPageDoor(
  options: { readonly dispatcher?: Dispatcher; readonly lookup?: LookupFunction } = {},
): PageDoor {
  const lookup = options.lookup ?? openPublicLookup();
  const dispatcher =
    options.dispatcher ??
    new Agent({ connect: { timeout: LONGEST, lookup }, headersTimeout: LONGEST, bodyTimeout: LONGEST });
  return {
    async look(address, isRead) {
      let url = new URL(address);
      let hasMoved = false;
      for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
        if (!/^https?:$/.test(url.protocol) || !isPublicHost(url.hostname))
          return { kind: 'gone', why: 'customers cannot reach it' };
        const got = await ask(url, dispatcher, isRead);
        if ('kind' in got) return got;
        const { status, location, text } = got;
        if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url.href)) {
          hasMoved = hop === 0 ? status === 301 || status === 308 : hasMoved && (status === 301 || status === 308);
          url = new URL(location, url.href);
          continue;
        }
        if (status === 404 || status === 410) return { kind: 'gone', why: `HTTP ${status}` };
        if (status !== 200) return { kind: 'unsure', why: `HTTP ${status}` };
        const words = text === undefined ? undefined : (await import('./page-words.js')).pageWords(text);
        return {
          kind: 'found',
          ...(hasMoved ? { movedTo: url.href } : {}),
          ...(words === undefined ? {} : { print: printOf(words) }),
        };
      }
      return { kind: 'gone', why: 'it is redirected without end' };
    },
    close: () => dispatcher.close(),
  };
}

interface Got {
  readonly status: number;
  readonly location?: string | undefined;
  readonly text?: string | undefined;
}

async function ask(url: URL, dispatcher: Dispatcher, isRead: boolean): Promise<Got | Extract<Seen, { why: string }>> {
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher,
      signal: AbortSignal.timeout(2 * LONGEST),
      headers: { 'user-agent': USER_AGENT, accept: 'text/html,*/*' },
    });
    const location = typeof headers.location === 'string' ? headers.location : undefined;
    if (!isRead || statusCode !== 200) {
      // Only that it is there was asked for: a film is not downloaded.
      body.on('error', () => undefined).destroy();
      return { status: statusCode, location };
    }
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of body) {
      parts.push(Buffer.from(part));
      size += parts.at(-1)?.length ?? 0;
      if (size > LARGEST) return { kind: 'unsure', why: `larger than ${LARGEST / 1024 / 1024} MB` };
    }
    return { status: statusCode, location, text: Buffer.concat(parts).toString('utf8') };
  } catch (error) {
    return faultOf(error);
  }
}

const USER_AGENT = 'Passerelle/1.0 (looks whether links still lead somewhere)';

function faultOf(error: unknown): Extract<Seen, { why: string }> {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? error.name : '';
  if (code === '' && !/Timeout|Abort/.test(name)) throw error;
  if (code === 'ENOTFOUND') return { kind: 'gone', why: 'there is no such host', isHostUnknown: true };
  if (code === 'EPRIVATE') return { kind: 'gone', why: 'customers cannot reach it' };
  if (/CERT|ERR_TLS|SELF_SIGNED|UNABLE_TO_/.test(code))
    return { kind: 'gone', why: `browsers do not trust its certificate (${code})` };
  return { kind: 'unsure', why: /TIMEOUT/i.test(code) || /Timeout/.test(name) ? 'no answer in time' : code };
}

const printOf = (words: string) => createHash('sha256').update(words).digest('hex').slice(0, 32);
