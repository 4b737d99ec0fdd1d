import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes to send, once compressed however often they are asked for. */
export interface Sendable {
  readonly type: string;
  readonly bytes: Buffer;
  readonly tag: string;
  readonly brotli: () => Buffer;
  readonly gzip: () => Buffer;
}

/** Less is not worth compressing, in bytes. */
const SMALLEST = 1000;

/** @param packed the bytes, compressed with brotli already */
export function sendable(type: string, bytes: Buffer, quality = 5, packed?: Buffer): Sendable {
  const once = (make: () => Buffer) => {
    let made: Buffer | undefined;
    return () => {
      made ??= make();
      return made;
    };
  };
  return {
    type,
    bytes,
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    brotli: once(() => packed ?? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })),
    gzip: once(() => gzipSync(bytes, { level: Math.min(9, quality) })),
  };
}

/** Answers with bytes as the caller can take them: compressed, or with 304 when it has them. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { type, bytes, tag, brotli, gzip }: Sendable,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): void {
  const all = { 'content-type': type, etag: tag, ...headers, vary: varyWith(headers.vary) };
  if (
    status === 200 &&
    request.headers['if-none-match']?.split(/\s*,\s*/).some((known) => known.replace(/^W\//, '') === tag)
  ) {
    response.writeHead(304, all);
    response.end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const takes = (coding: string) =>
    new RegExp(`(?:^|,)\\s*${coding}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[\\d.]+)?\\s*(?:,|$)`).test(accepted);
  const coding = bytes.length < SMALLEST ? undefined : takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
  const body = coding === 'br' ? brotli() : coding === 'gzip' ? gzip() : bytes;
  response.writeHead(status, {
    ...all,
    ...(coding ? { 'content-encoding': coding } : {}),
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const varyWith = (more: string | undefined) => (more ? `Accept-Encoding, ${more}` : 'Accept-Encoding');
