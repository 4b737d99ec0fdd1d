import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long the head of a request, or the first byte on a new connection, may take, in milliseconds. */
const LONGEST_HEAD = 10_000;
/** How long a request may take to arrive, in milliseconds. */
const LONGEST_REQUEST = 30_000;
const LOOKED_AFTER = 5000;
/** How long a connection may stand still in the middle of an answer, in milliseconds; a turn that is waited for takes less. */
const LONGEST_STILL = 120_000;
/** Each costs some 20 KB. 10,000 sockets of open chats (`npm run bench:load -- open`) leave room for the requests of their customers. */
const MOST_CONNECTIONS = 12_000;
/** What a process keeps for its files and its own calls. */
const SHARE_OF_FILES = 0.8;
/** A refusal is logged once in so many milliseconds: a flood must not fill the log. */
const LOGGED_EVERY = 60_000;
const BUSY = 'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

interface ConnectionLimits {
  /** How long a connection stays open between two requests, in seconds. */
  readonly keepAliveSeconds: number;
  /** Open connections of one address; nothing when all of them come through a proxy. */
  readonly mostOfAddress: number | undefined;
  readonly longestStill?: number;
  readonly log: { warn(event: { readonly event: string; readonly why: string }): void };
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
}

/** Who is slow, idle or many is refused, so that others are not. */
export function limitConnections(
  http: Server,
  { keepAliveSeconds, mostOfAddress, longestStill = LONGEST_STILL, log, clock }: ConnectionLimits,
): void {
  http.headersTimeout = LONGEST_HEAD;
  http.requestTimeout = LONGEST_REQUEST;
  // How often Node looks for who is too slow; every half a minute by itself. Its types do not know that it can be changed.
  Object.assign(http, { connectionsCheckingInterval: LOOKED_AFTER });
  // Who asks and never takes the answer keeps it in our memory.
  http.timeout = longestStill;
  http.keepAliveTimeout = keepAliveSeconds * 1000;
  http.maxConnections = Math.min(MOST_CONNECTIONS, Math.floor(openFiles() * SHARE_OF_FILES));
  let logged = Number.NEGATIVE_INFINITY;
  const refused = (why: 'too many' | 'too many of one address') => {
    if (clock() - logged < LOGGED_EVERY) return;
    logged = clock();
    log.warn({ event: 'connections refused', why });
  };
  http.on('drop', () => refused('too many'));

  const open = new Map<string, number>();
  const known = new WeakSet<Socket>();
  http.on('connection', (socket: Socket) => {
    // Given back to Node after another protocol was offered on it.
    if (known.has(socket)) return;
    known.add(socket);
    const address = socket.remoteAddress ?? '';
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    // Who has gone without a word is noticed, also behind an open socket.
    socket.setKeepAlive(true, LONGEST_REQUEST);
    if (mostOfAddress === undefined || count <= mostOfAddress) return;
    refused('too many of one address');
    socket.write(BUSY);
    socket.destroySoon();
  });
}

/** How many files this process may have open. */
function openFiles(): number {
  const report: unknown = process.report?.getReport();
  const limits: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, 'userLimits') : undefined;
  const files: unknown = typeof limits === 'object' && limits !== null ? Reflect.get(limits, 'open_files') : undefined;
  const soft = typeof files === 'object' && files !== null ? Number(Reflect.get(files, 'soft')) : Number.NaN;
  return Number.isFinite(soft) ? soft : Number.POSITIVE_INFINITY;
}
