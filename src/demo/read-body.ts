import type { IncomingMessage } from 'node:http';

/** A ticket with a long transcript fits; nothing that would fill the memory does. */
const LARGEST_BODY_BYTES = 1_000_000;

export type Body =
  | { readonly kind: 'body'; readonly value: unknown }
  /** `type`: neither JSON nor a form, which Teamwork's middleware answers with 400 in plain text (reference 1.3). */
  | { readonly kind: 'invalid'; readonly why: 'type' | 'size' | 'syntax' };

/** Reads a JSON or form body; a form becomes an object of strings. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (request.method === 'GET' || request.method === 'HEAD') return { kind: 'body', value: undefined };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LARGEST_BODY_BYTES) chunks.push(Buffer.from(chunk));
  }
  if (size > LARGEST_BODY_BYTES) return { kind: 'invalid', why: 'size' };
  return parse(Buffer.concat(chunks).toString('utf8'), request.headers['content-type'] ?? '');
}

function parse(text: string, type: string): Body {
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return { kind: 'body', value: Object.fromEntries(new URLSearchParams(text)) };
  }
  if (!/^application\/json\b/i.test(type)) return { kind: 'invalid', why: 'type' };
  try {
    return { kind: 'body', value: JSON.parse(text) };
  } catch {
    return { kind: 'invalid', why: 'syntax' };
  }
}
