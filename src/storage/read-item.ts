import type { z } from 'zod';

/** Told of a row that is not understood: its table and what is wrong with it, never what it says. */
export type OnUnread = (table: string, why: string) => void;

/**
 * Reads what a row keeps as JSON. Another version, a torn write or a hand may have left it: one that is not understood is
 * reported and counts as none.
 * @param schema what whoever asks relies on; it may hold more
 */
export function readItem<T>(item: string, schema: z.ZodType, table: string, onUnread: OnUnread): T | undefined {
  const value: T | typeof TORN = parse(item);
  if (value === TORN) {
    onUnread(table, 'no JSON');
    return undefined;
  }
  const checked = schema.safeParse(value);
  if (checked.success) return value;
  onUnread(table, checked.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(', '));
  return undefined;
}

const TORN = Symbol('torn');

function parse(item: string) {
  try {
    return JSON.parse(item);
  } catch {
    return TORN;
  }
}
