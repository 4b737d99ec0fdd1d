import { z } from 'zod';
import { type Condition, judge, rowsAt, timeOf } from './condition.js';
import { type JsonPath, valueAt } from './json-path.js';
import { condition, jsonPath, singlePath } from './read-condition.js';

/** What is filled into a sentence. */
export interface Tell {
  readonly path?: JsonPath | undefined;
  readonly list?: JsonPath | undefined;
  /** Rows that do not meet it are left out. */
  readonly where?: Condition | undefined;
  readonly as: 'text' | 'number' | 'day' | 'time' | 'names' | 'count';
}

/** A value as it is told, before a language writes it. Nothing of the answer is in it that the file does not name. */
export type Told =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day' | 'time'; readonly iso: string }
  | { readonly kind: 'names'; readonly names: readonly string[] };

export const tell: z.ZodType<Tell> = z
  .strictObject({
    path: jsonPath.optional(),
    list: singlePath.optional(),
    where: condition.optional(),
    as: z.enum(['text', 'number', 'day', 'time']).default('text'),
  })
  .transform(({ path, list, where, as }, context): Tell => {
    const fault = (message: string) => {
      context.issues.push({ code: 'custom', input: path?.text, message });
      return z.NEVER;
    };
    if (list) return { path, list, where, as: path ? 'names' : 'count' };
    if (!path) return fault('path: missing: what is to be told');
    if (where) return fault('where: of which list:');
    return path.isSingular ? { path, as } : fault('path: leads to several places: name the list with list:');
  });

/** The paths that begin at the answer itself. */
export function tellPaths({ path, list }: Tell): readonly JsonPath[] {
  return list ? [list] : path ? [path] : [];
}

/** What there is to tell; undefined when the answer does not say it. */
export function readTold({ path, list, where, as }: Tell, answer: unknown, now: number): Told | undefined {
  if (list) {
    const rows = rowsAt(list, answer)?.filter((row) => !where || judge(where, row, now) === true);
    if (!rows) return undefined;
    if (!path) return { kind: 'number', number: rows.length };
    const names = rows.flatMap((row) => textOf(valueAt(path, row)) ?? []);
    return names.length === rows.length ? { kind: 'names', names } : undefined;
  }
  const value = path && valueAt(path, answer);
  if (as === 'number') return typeof value === 'number' ? { kind: 'number', number: value } : undefined;
  if (as === 'day' || as === 'time') {
    const time = timeOf(value);
    return time === null ? undefined : { kind: as, iso: new Date(time).toISOString() };
  }
  const text = textOf(value);
  return text === undefined ? undefined : { kind: 'text', text };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
