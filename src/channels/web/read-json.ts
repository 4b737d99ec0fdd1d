import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes. */
const LARGEST_BODY = 256 * 1024;

/** A body that is not taken; `status` is what its sender is told. */
export class BodyError extends Error {
  constructor(
    readonly status: 400 | 413,
    readonly code: 'BadArgument' | 'MessageSizeTooBig',
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads a request's JSON; nothing when the body is empty.
 * @throws BodyError when it is too large or not JSON
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    // The rest is read and dropped: who is cut off in the middle of sending never sees the answer.
    if (size <= LARGEST_BODY) parts.push(part);
    if (size > 16 * LARGEST_BODY) break;
  }
  if (size > LARGEST_BODY)
    throw new BodyError(413, 'MessageSizeTooBig', `An activity is at most ${LARGEST_BODY / 1024} KB.`);
  const text = Buffer.concat(parts).toString('utf8');
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new BodyError(400, 'BadArgument', 'The body is not JSON.');
  }
}
