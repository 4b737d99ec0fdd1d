import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import fresh from 'fresh';
import Negotiator from 'negotiator';

type Packed = Buffer | Promise<Buffer>;

/** Bytes to send, once compressed however often they are asked for. */
export interface Sendable {
  readonly type: string;
  readonly bytes: Buffer;
  readonly tag: string;
  readonly brotli: () => Packed;
  readonly gzip: () => Packed;
}

/** Less is not worth compressing, in bytes. */
const SMALLEST = 1000;
/** More, in bytes, is compressed beside everything else: Web Chat would hold up the process for a second. */
const LARGE = 200_000;
const [brotliBeside, gzipBeside] = [promisify(brotliCompress), promisify(gzip)];

/** @param packed the bytes, compressed with brotli already */
export function sendable(type: string, bytes: Buffer, quality = 5, packed?: Buffer): Sendable {
  const once = (make: () => Packed) => {
    let made: Packed | undefined;
    return () => {
      made ??= make();
      return made;
    };
  };
  const isLarge = bytes.length > LARGE;
  const br = { params: { [constants.BROTLI_PARAM_QUALITY]: quality } };
  const gz = { level: Math.min(9, quality) };
  return {
    type,
    bytes,
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    brotli: once(() => packed ?? (isLarge ? brotliBeside(bytes, br) : brotliCompressSync(bytes, br))),
    gzip: once(() => (isLarge ? gzipBeside(bytes, gz) : gzipSync(bytes, gz))),
  };
}

/** Answers with bytes as the caller can take them: compressed, or with 304 when it has them. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { type, bytes, tag, brotli, gzip: zipped }: Sendable,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  const all = { 'content-type': type, etag: tag, ...headers, vary: varyWith(headers.vary) };
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && status === 200 && fresh(request.headers, { etag: tag })) {
    response.writeHead(304, all);
    response.end();
    return;
  }
  const takes = bytes.length < SMALLEST ? [] : new Negotiator(request).encodings(['br', 'gzip']);
  const coding = takes.includes('br') ? 'br' : takes[0];
  const body = await (coding === 'br' ? brotli() : coding === 'gzip' ? zipped() : bytes);
  response.writeHead(status, {
    ...all,
    ...(coding ? { 'content-encoding': coding } : {}),
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const varyWith = (more: string | undefined) => (more ? `Accept-Encoding, ${more}` : 'Accept-Encoding');
