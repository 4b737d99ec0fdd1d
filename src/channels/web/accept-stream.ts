import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type ActivityLog, readWatermark } from './activity-log.js';
import { mayCallFrom } from './direct-line.js';
import type { Streams } from './streams.js';
import type { Tokens } from './tokens.js';

/** Clients send empty frames to keep the line open, and nothing else. */
const LARGEST_FRAME = 4096;

interface StreamNeeds {
  readonly log: ActivityLog;
  readonly tokens: Tokens;
  readonly streams: Streams;
  readonly isTrusted: (request: IncomingMessage) => boolean;
}

/** Takes `GET …/stream` and makes a socket of it when its address was given out by us less than a minute ago. */
export function acceptStreams({ log, tokens, streams, isTrusted }: StreamNeeds) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, perMessageDeflate: false });
  const refuse = (socket: Duplex, status: number) => {
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };
  return async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    socket.on('error', () => socket.destroy());
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
    sockets.handleUpgrade(request, socket, head, (accepted) => streams.add(claims.conversation, accepted, watermark));
  };
}
