import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Source } from '../../src/import/source';
import type { ImportNote, SourcePage } from '../../src/import/source-page';
import type { Answer, Answers } from '../../src/import/web/answers';
import { type CrawlLimits, type Door, openDoor } from '../../src/import/web/open-door';

interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface StandIn {
  readonly origin: string;
  /** Paths with their queries, in the order in which they were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** A server on this machine that answers as somebody else's would. Text is HTML, anything else JSON. */
export async function openStandIn(
  answer: (path: string, request: IncomingMessage, origin: string) => Said | string | object | undefined,
): Promise<StandIn> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const told = answer(request.url ?? '', request, origin);
    const said: Said =
      told === undefined
        ? { status: 404, body: 'not here' }
        : typeof told === 'string'
          ? { body: told, headers: { 'content-type': 'text/html; charset=utf-8' } }
          : 'status' in told || 'body' in told || 'headers' in told
            ? told
            : { body: JSON.stringify(told), headers: { 'content-type': 'application/json' } };
    // Not chained: once restify is loaded, this returns nothing.
    response.writeHead(said.status ?? 200, said.headers ?? {});
    response.end(said.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers that were read, kept in memory. */
export function keptAnswers(): Answers & { readonly kept: ReadonlyMap<string, Answer> } {
  const kept = new Map<string, Answer>();
  return {
    kept,
    get: async (url) => kept.get(url),
    put: async (url, answer) => void kept.set(url, answer),
    forget: async () => kept.clear(),
  };
}

/** A door to a stand-in. `waits` holds the pauses that it was asked for, in milliseconds; none of them is made. */
export function doorTo(
  origin: string,
  options: {
    answers?: Answers;
    limits?: Partial<CrawlLimits>;
    mayBePrivate?: boolean;
    headers?: Record<string, string>;
  } = {},
): Door & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  const door = openDoor({
    host: new URL(origin).host,
    answers: options.answers ?? keptAnswers(),
    wait: async (milliseconds) => void waits.push(milliseconds),
    mayBePrivate: options.mayBePrivate ?? true,
    ...(options.headers ? { headers: options.headers } : {}),
    ...(options.limits ? { limits: options.limits } : {}),
  });
  return { ...door, waits };
}

/** Everything that a source yields. */
export async function readAll(
  source: Source,
): Promise<{ readonly pages: readonly SourcePage[]; readonly notes: readonly ImportNote[] }> {
  const pages: SourcePage[] = [];
  const notes: ImportNote[] = [];
  for await (const item of source.items()) {
    if (item.kind === 'page') pages.push(item.page);
    else notes.push(item.note);
  }
  return { pages, notes };
}
