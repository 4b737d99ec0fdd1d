import { z } from 'zod';
import type { DeskLimits } from './desk-limits.js';
import type { DeskResponse } from './get-json.js';

/** All rows of a list, and what the pages brought along beside them. */
export interface DeskList<Row> {
  readonly rows: readonly Row[];
  /** Sections of `included` by name; rows unchecked. */
  readonly included: ReadonlyMap<string, readonly unknown[]>;
}

export type DeskListAnswer<Row> =
  | { readonly kind: 'list'; readonly list: DeskList<Row> }
  | Extract<DeskResponse, { kind: 'failed' }>;

export interface DeskListRequest<Row> {
  /** The plural under which the rows stand: also the name of the resource in the path. */
  readonly plural: string;
  readonly row: z.ZodType<Row>;
  /** Gets one page, 1-based. */
  readonly getPage: (page: number) => Promise<DeskResponse>;
}

const page = z.object({ count: z.int(), pages: z.int(), hasMore: z.boolean() }).partial();
const pagination = z.object({ records: z.int(), pages: z.int(), hasMorePages: z.boolean() }).partial();
const included = z.union([z.record(z.string(), z.array(z.unknown()).nullish()), z.array(z.unknown())]).nullish();
const envelope = z.object({
  included,
  meta: z.object({ page: page.nullish() }).nullish(),
  pagination: pagination.nullish(),
});
type Envelope = z.infer<typeof envelope>;

const UNREADABLE = { kind: 'failed', why: { kind: 'unreadable', status: 200 }, said: [] } as const;

/**
 * Reads a list to its end, page by page. A list is whole or it is nothing: when one page fails, when the answer does not
 * say whether there are more, or when fewer rows came than it counts, nobody may conclude that something is missing.
 */
export async function readList<Row extends { id: number }>(
  wanted: DeskListRequest<Row>,
  limits: DeskLimits,
): Promise<DeskListAnswer<Row>> {
  const rows = new Map<string, Row>();
  const ids = new Set<number>();
  const beside = new Map<string, unknown[]>();
  for (let number = 1; number <= limits.mostPages; number++) {
    const answer = await wanted.getPage(number);
    if (answer.kind === 'failed') return answer;
    const body = envelope.safeParse(answer.json);
    const pageRows = z.object({ [wanted.plural]: z.array(wanted.row).nullable() }).safeParse(answer.json);
    if (!body.success || !pageRows.success) return UNREADABLE;
    const seenBefore = ids.size;
    for (const row of pageRows.data[wanted.plural] ?? []) {
      ids.add(row.id);
      rows.set(JSON.stringify(row), row); // a row may slip to the next page; two that differ are both looked at
    }
    if (number > 1 && ids.size === seenBefore) return UNREADABLE; // more was promised, nothing new came
    for (const [name, extra] of Object.entries(asSections(body.data.included))) {
      beside.set(name, [...(beside.get(name) ?? []), ...(extra ?? [])]);
    }
    const more = hasMore(body.data, number);
    if (more === null) return UNREADABLE;
    if (more) continue;
    if (ids.size < rowsTold(body.data)) return UNREADABLE;
    return { kind: 'list', list: { rows: [...rows.values()], included: beside } };
  }
  return UNREADABLE;
}

/** `included` may be `{}`, `[]` or null when nothing is included. */
function asSections(value: Envelope['included']): Readonly<Record<string, readonly unknown[] | null | undefined>> {
  return value === null || value === undefined || Array.isArray(value) ? {} : value;
}

/** Null: the answer does not tell. When its two ways of telling contradict each other, there is more to read. */
function hasMore({ meta, pagination: other }: Envelope, number: number): boolean | null {
  const pages = meta?.page?.pages ?? other?.pages;
  const told = [meta?.page?.hasMore, other?.hasMorePages, pages === undefined ? undefined : pages > number];
  const known = told.filter((each) => each !== undefined);
  return known.length === 0 ? null : known.includes(true);
}

function rowsTold({ meta, pagination: other }: Envelope): number {
  return Math.max(meta?.page?.count ?? 0, other?.records ?? 0);
}
