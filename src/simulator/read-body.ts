import type { IncomingMessage } from 'node:http';
import { BodyError } from '../http/body-error.js';
import { parseJson } from '../http/parse-json.js';
import { BODY_LIMITS, readBytes } from '../http/read-bytes.js';

/** A ticket with a long transcript fits; nothing that would fill the memory does. */
const LARGEST_BODY_BYTES = 1_000_000;

export type RequestBody =
  | { readonly kind: 'body'; readonly value: unknown }
  /** `type`: neither JSON nor a form, which Teamwork's middleware answers with 400 in plain text (docs/teamwork-desk-api.md 1.3). */
  | { readonly kind: 'invalid'; readonly why: 'type' | 'size' | 'syntax' };

/** Reads a JSON or form body; a form becomes an object of strings. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  if (request.method === 'GET' || request.method === 'HEAD') return { kind: 'body', value: undefined };
  try {
    const bytes = await readBytes(request, { ...BODY_LIMITS, largest: LARGEST_BODY_BYTES });
    const type = request.headers['content-type'] ?? '';
    if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
      return { kind: 'body', value: Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))) };
    }
    if (!/^application\/json\b/i.test(type)) return { kind: 'invalid', why: 'type' };
    return bytes.length === 0 ? { kind: 'invalid', why: 'syntax' } : { kind: 'body', value: parseJson(bytes) };
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    return { kind: 'invalid', why: error.status === 413 ? 'size' : error.status === 415 ? 'type' : 'syntax' };
  }
}
