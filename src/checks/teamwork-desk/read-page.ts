import { z } from 'zod';
import { type FailedResponse, UNREADABLE } from '../http/failed-response.js';
import type { JsonResponse } from '../http/get-json.js';
import { wireFlag, wireInt } from './wire-values.js';

/** What is needed to read a list page by page. */
export interface DeskListRequest<Row> {
  /** The plural under which the rows stand: also the name of the resource in the path. */
  readonly plural: string;
  readonly row: z.ZodType<Row>;
  /** Gets one page, 1-based. */
  readonly getPage: (page: number) => Promise<JsonResponse>;
}

/** One page of a list. */
export interface DeskPage<Row> {
  readonly rows: readonly Row[];
  /** Sections of `included` by name; rows unchecked. */
  readonly included: Readonly<Record<string, readonly unknown[]>>;
  /** How many rows the whole list has, by each place of the answer that tells. */
  readonly counts: readonly number[];
  /** Null: the answer does not tell. When its ways of telling contradict each other, there is more to read. */
  readonly hasMore: boolean | null;
  /** The same for two answers that say the same. */
  readonly print: string;
}

export type DeskPageAnswer<Row> = { readonly kind: 'page'; readonly page: DeskPage<Row> } | FailedResponse;

/** What changed and changed back has another time. */
const stamp = z.object({ updatedAt: z.string().nullish() }).catch({});
const page = z.object({ count: wireInt, pages: wireInt, hasMore: wireFlag }).partial();
const pagination = z.object({ records: wireInt, pages: wireInt, hasMorePages: wireFlag }).partial();
const envelope = z.object({
  /** May be `{}`, `[]` or null when nothing is included. */
  included: z.union([z.record(z.string(), z.array(z.unknown()).nullish()), z.array(z.unknown())]).nullish(),
  meta: z.object({ page: page.nullish() }).nullish(),
  pagination: pagination.nullish(),
});
type Envelope = z.infer<typeof envelope>;

/** Reads one page; the number is 1-based. */
export async function readPage<Row>(wanted: DeskListRequest<Row>, number: number): Promise<DeskPageAnswer<Row>> {
  const answer = await wanted.getPage(number);
  if (answer.kind === 'failed') return answer;
  const body = envelope.safeParse(answer.json);
  const rows = z.object({ [wanted.plural]: z.array(wanted.row).nullable() }).safeParse(answer.json);
  if (!body.success || !rows.success) return UNREADABLE;
  const told = {
    rows: rows.data[wanted.plural] ?? [],
    included: sectionsOf(body.data.included),
    counts: [body.data.meta?.page?.count, body.data.pagination?.records].filter((count) => count !== undefined),
    hasMore: hasMore(body.data, number),
  };
  const stamps = z.object({ [wanted.plural]: z.array(stamp).nullable() }).safeParse(answer.json);
  return { kind: 'page', page: { ...told, print: JSON.stringify([told, stamps.data]) } };
}

function sectionsOf(value: Envelope['included']): Readonly<Record<string, readonly unknown[]>> {
  if (value === null || value === undefined || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, rows]) => [name, rows ?? []]));
}

function hasMore({ meta, pagination: other }: Envelope, number: number): boolean | null {
  const pages = meta?.page?.pages ?? other?.pages;
  const told = [meta?.page?.hasMore, other?.hasMorePages, pages === undefined ? undefined : pages > number];
  const known = told.filter((each) => each !== undefined);
  return known.length === 0 ? null : known.includes(true);
}
