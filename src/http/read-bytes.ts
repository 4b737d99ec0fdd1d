import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { BodyError } from './body-error.js';

/** What is taken of a request at most. */
export interface BodyLimits {
  /** The most that is taken, in bytes. */
  readonly largest: number;
  /** How long a body may take to arrive, in milliseconds. */
  readonly longestMs: number;
}

/** As much of a request as its body is read from. */
export type BodySource = Readable & { readonly headers: IncomingHttpHeaders };

/** A Teams message is at most 100 KB, HTML copy included. */
export const BODY_LIMITS: BodyLimits = { largest: 256 * 1024, longestMs: 10_000 };

/** Who is cut off in the middle of sending never sees the answer: so many times the largest body is read and dropped. */
const DROPPED = 16;

/**
 * Reads a request's body as it came. Bodies are never decompressed: a few bytes could become any number.
 * @throws BodyError when it is too large, comes too slowly, is compressed or breaks off
 */
export function readBytes(request: BodySource, { largest, longestMs }: BodyLimits = BODY_LIMITS): Promise<Buffer> {
  const coding = request.headers['content-encoding']?.trim().toLowerCase() ?? '';
  const isCoded = coding !== '' && coding !== 'identity';
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const over = (error?: BodyError) => {
      clearTimeout(late);
      request.off('data', take).off('end', end).off('close', broken).off('error', broken);
      // Whoever sent it may be gone, which the stream tells once more.
      request.on('error', () => {});
      if (error) reject(error);
      else resolve(Buffer.concat(parts));
    };
    const tooLarge = (isUnread: boolean) =>
      new BodyError(413, 'MessageSizeTooBig', `A body is at most ${Math.floor(largest / 1024)} KB.`, isUnread);
    const take = (part: Buffer) => {
      size += part.length;
      if (size <= largest && !isCoded) parts.push(part);
      else parts.length = 0;
      if (size > DROPPED * largest) over(tooLarge(true));
    };
    const end = () => {
      if (isCoded) over(new BodyError(415, 'UnsupportedMediaType', 'A body must not be compressed.'));
      else over(size > largest ? tooLarge(false) : undefined);
    };
    const broken = () => over(new BodyError(400, 'BadArgument', 'The body breaks off.', true));
    const late = setTimeout(
      () => over(new BodyError(408, 'RequestTimeout', 'The body took too long.', true)),
      longestMs,
    );
    late.unref();
    request.on('data', take).on('end', end).on('close', broken).on('error', broken);
  });
}
