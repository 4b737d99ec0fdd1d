import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type ActivityLog, readWatermark } from './activity-log.js';
import { mayCallFrom } from './direct-line.js';
import type { Streams } from './streams.js';
import type { Tokens } from './tokens.js';

/** Clients send empty frames to keep the line open, and nothing else. */
const LARGEST_FRAME = 4096;

interface StreamDeps {
  readonly log: ActivityLog;
  readonly tokens: Tokens;
  readonly streams: Streams;
  readonly isTrusted: (request: IncomingMessage) => boolean;
  readonly addressOf: (request: IncomingMessage) => string;
  /** How many sockets of one address may be open. */
  readonly mostOfAddress: number;
}

/** How long a socket that was refused, or is not yet one of ours, may stay, in milliseconds. */
const LONGEST_KNOCK = 5000;

/** Takes `GET …/stream` and makes a socket of it when its address was given out by us less than a minute ago. */
export function acceptStreams({ log, tokens, streams, isTrusted, addressOf, mostOfAddress }: StreamDeps) {
  const open = new Map<string, number>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, perMessageDeflate: false });
  const refuse = (socket: Duplex, status: number) => {
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };
  return async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    socket.on('error', () => socket.destroy());
    const knocked = setTimeout(() => socket.destroy(), LONGEST_KNOCK).unref();
    socket.once('close', () => clearTimeout(knocked));
    const url = URL.canParse(request.url ?? '', 'http://x') ? new URL(request.url ?? '', 'http://x') : undefined;
    const name = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/.exec(url?.pathname ?? '')?.[1];
    if (url === undefined || name === undefined) return refuse(socket, 404);
    const proof = tokens.read(url.searchParams.get('t') ?? '', 'stream');
    if (proof.kind !== 'good') return refuse(socket, 403);
    const { claims } = proof;
    const isTheirs = encodeURIComponent(claims.conversation) === name || claims.conversation === name;
    if (!isTheirs || !mayCallFrom({ headers: request.headers, isTrustedOrigin: isTrusted(request) }, claims))
      return refuse(socket, 403);
    if (!(await log.find(claims.conversation))) return refuse(socket, 404);
    const watermark = readWatermark(url.searchParams.get('watermark'));
    const address = addressOf(request);
    if ((open.get(address) ?? 0) >= mostOfAddress) return refuse(socket, 429);
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      clearTimeout(knocked);
      open.set(address, (open.get(address) ?? 0) + 1);
      accepted.once('close', () => {
        const left = (open.get(address) ?? 1) - 1;
        if (left > 0) open.set(address, left);
        else open.delete(address);
      });
      streams.add(claims.conversation, accepted, watermark);
    });
  };
}
