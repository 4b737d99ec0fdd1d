import { z } from 'zod';

/** One thing that Desk says is wrong, whatever shape it came in. */
export interface ServiceError {
  /** For operators only; English, may name a field. */
  readonly detail: string;
  readonly code?: string;
  /** The field that it is about. */
  readonly source?: string;
}

/** Enough for an operator to recognise the error; a web page of a proxy is cut. */
const LONGEST_DETAIL = 200;
/** How much of a page is looked at for it, in UTF-16 units. */
const LONGEST_PAGE = 20_000;

const text = z.string().optional().catch(undefined);
const item = z.object({ title: text, detail: text, code: text, source: text, message: text });
const validation = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/**
 * Brings every error body seen of Teamwork into one shape (docs/teamwork-desk-api.md 1.4): an array or an object of
 * items, a map of field → messages, `CONTENT.ERRORS` of the other product, `message` or `error`, plain text, HTML,
 * nothing at all.
 */
export function readErrors(body: string): readonly ServiceError[] {
  const json = parse(body);
  const errors = member(json, 'errors');
  const found = [
    ...(Array.isArray(errors) ? errors.flatMap(oneError) : [...oneError(errors), ...validationErrors(errors)]),
    ...listOf(member(member(json, 'CONTENT'), 'ERRORS')).flatMap(oneError),
    ...oneError(member(json, 'message')),
    ...oneError(member(json, 'error')),
  ];
  if (found.length > 0) return found;
  const plain = body
    .slice(0, LONGEST_PAGE)
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [{ detail: cut(plain) || 'no message' }];
}

function oneError(value: unknown): ServiceError[] {
  if (typeof value === 'string' && value.trim() !== '') return [{ detail: cut(value) }];
  const parsed = item.safeParse(value);
  if (!parsed.success) return [];
  const { title, detail, message, code, source } = parsed.data;
  const said = detail ?? message ?? title ?? code;
  if (said === undefined) return [];
  return [{ detail: cut(said), ...(code !== undefined && { code }), ...(source !== undefined && { source }) }];
}

function validationErrors(value: unknown): ServiceError[] {
  const parsed = validation.safeParse(value);
  if (!parsed.success || oneError(value).length > 0) return [];
  return Object.entries(parsed.data).flatMap(([source, messages]) =>
    listOf(messages).map((message) => ({ source, detail: cut(String(message)) })),
  );
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // no JSON: the plain text speaks for itself
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function cut(detail: string): string {
  return detail.slice(0, LONGEST_DETAIL);
}
