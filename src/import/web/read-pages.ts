import { z } from 'zod';
import type { TakeNote } from '../source-page.js';
import type { Door } from './open-door.js';

/** One GET of JSON in the form that is expected. Nothing when it failed, which is noted. */
export async function readJson<T>(
  door: Door,
  url: string,
  schema: z.ZodType<T>,
  note: TakeNote,
): Promise<T | undefined> {
  const fetched = await door.get(url);
  const path = new URL(url).pathname;
  if (fetched.kind === 'failed') {
    note('failed', `"${path}": ${explained(fetched.why)}`);
    return undefined;
  }
  try {
    const read = schema.safeParse(JSON.parse(fetched.text));
    if (read.success) return read.data;
    note('failed', `"${path}" says something else than documented (${read.error.issues[0]?.path.join('.')})`);
  } catch {
    note('failed', `"${path}" answers no JSON: is it the address of the API?`);
  }
  return undefined;
}

/**
 * Reads a list page by page, until there is none more or one fails.
 * @param next the address of the page behind one, nothing behind the last
 */
export async function* readPages<T>(
  door: Door,
  first: string,
  schema: z.ZodType<T>,
  next: (page: T, address: string) => string | undefined,
  note: TakeNote,
): AsyncGenerator<T> {
  const seen = new Set<string>();
  for (let address: string | undefined = first; address !== undefined && !seen.has(address); ) {
    seen.add(address);
    const page: T | undefined = await readJson(door, address, schema, note);
    if (page === undefined) return;
    yield page;
    address = next(page, address);
  }
}

const explained = (why: string) =>
  why === 'answered 401' || why === 'answered 403' ? `${why}: the key is missing, wrong or may not read articles` : why;

/** Numbers and strings as ids. */
export const wireId = z.union([z.string(), z.number()]).transform(String);
