import { CHANGING, type FailedResponse, UNREADABLE } from '../http/failed-response.js';
import type { JsonResponse } from '../http/get-json.js';
import type { RequestLimits } from '../http/request-limits.js';
import { valueAt } from './json-path.js';
import type { Paging } from './paging.js';

export type WholeAnswer = { readonly kind: 'answer'; readonly json: unknown } | FailedResponse;

/** Gets one page; parameters are added to the request's own, `address` takes its place. */
export type GetPage = (
  page: { readonly parameters: Readonly<Record<string, string>> } | { readonly address: string },
) => Promise<JsonResponse>;

interface Page {
  readonly at: Parameters<GetPage>[0];
  readonly json: unknown;
  readonly rows: readonly unknown[];
}

type Pass = { readonly kind: 'pages'; readonly pages: readonly Page[] } | { readonly kind: 'torn' } | FailedResponse;
type PageLimits = Pick<RequestLimits, 'mostPages' | 'mostPasses'>;

/**
 * Reads a list that comes in pages as if it came in one: the first answer, with the rows of all. The list is whole or it is
 * nothing: every page but the last is asked for again afterwards, so that all were true at one moment.
 */
export async function readPages(paging: Paging, get: GetPage, limits: PageLimits): Promise<WholeAnswer> {
  for (let tried = 0; tried < limits.mostPasses; tried++) {
    const pass = await onePass(paging, get, limits);
    if (pass.kind === 'failed') return pass;
    if (pass.kind === 'torn') continue;
    const again = await saysTheSame(paging, pass.pages, get);
    if (again === false) continue;
    if (again !== true) return again;
    const rows = pass.pages.flatMap((page) => page.rows);
    return { kind: 'answer', json: paging.rows.replace(pass.pages[0]?.json, rows) };
  }
  return CHANGING;
}

async function onePass(paging: Paging, get: GetPage, { mostPages }: PageLimits): Promise<Pass> {
  const pages: Page[] = [];
  const ids: unknown[] = [];
  const seen = new Set<string>();
  const places = new Set<string>();
  let read = 0;
  let at: Page['at'] = { parameters: { ...sizeOf(paging), ...startOf(paging) } };
  for (let number = 1; number <= mostPages; number++) {
    // A mark or a link that was there before leads in circles.
    if (places.has(JSON.stringify(at))) return UNREADABLE;
    places.add(JSON.stringify(at));
    const answer = await get(at);
    if (answer.kind === 'failed') return answer;
    const rows = valueAt(paging.rows, answer.json);
    if (!Array.isArray(rows)) return UNREADABLE;
    pages.push({ at, json: answer.json, rows });
    if (paging.id) ids.push(...rows.map((row) => (paging.id ? valueAt(paging.id, row) : undefined)));
    if (!areIds(ids)) return UNREADABLE;
    // One row in two places, or two rows of one name: which is true?
    if (new Set(ids).size < ids.length) return number > 1 ? { kind: 'torn' } : UNREADABLE;
    const known = seen.size;
    for (const row of rows) seen.add(JSON.stringify(row));
    if (number > 1 && rows.length > 0 && seen.size === known) return { kind: 'torn' };
    read += rows.length;
    const next = nextPlace(paging, answer, { number, read });
    if (next === null) return UNREADABLE;
    if (next === 'end')
      return fits(paging, pages, read) ? { kind: 'pages', pages } : pages.length > 1 ? { kind: 'torn' } : UNREADABLE;
    // More was promised than there is.
    if (rows.length === 0) return UNREADABLE;
    at = next;
  }
  return UNREADABLE;
}

/** Does each tell its row apart, and as the others do? */
function areIds(ids: readonly unknown[]): boolean {
  return ids.every(Number.isSafeInteger) || ids.every((each) => typeof each === 'string' && each.trim() !== '');
}

function sizeOf({ size }: Paging): Readonly<Record<string, string>> {
  return size ? { [size.parameter]: String(size.value) } : {};
}

function startOf(paging: Paging): Readonly<Record<string, string>> {
  if (paging.by === 'page') return { [paging.parameter]: String(paging.first) };
  return paging.by === 'offset' ? { [paging.parameter]: '0' } : {};
}

interface Progress {
  readonly number: number;
  /** Rows so far, this page's among them. */
  readonly read: number;
}

/** Where the next page is; `end` when there is none; null when the answer does not say. */
function nextPlace(
  paging: Paging,
  { json, next }: Extract<JsonResponse, { kind: 'answer' }>,
  progress: Progress,
): Page['at'] | 'end' | null {
  switch (paging.by) {
    case 'page':
    case 'offset': {
      const more = hasMore(paging, json, progress);
      if (more === null) return null;
      if (!more) return 'end';
      const value = paging.by === 'page' ? paging.first + progress.number : progress.read;
      return { parameters: { ...sizeOf(paging), [paging.parameter]: String(value) } };
    }
    case 'cursor': {
      const mark = valueAt(paging.next, json);
      if (mark === undefined && paging.next.find(json).length === 0) return paging.absent ? 'end' : null;
      if (mark === null || mark === '' || mark === false) return 'end';
      return typeof mark === 'string' || typeof mark === 'number'
        ? { parameters: { ...sizeOf(paging), [paging.parameter]: String(mark) } }
        : null;
    }
    case 'link': {
      if (!paging.next) return next === undefined || next === null ? 'end' : { address: next };
      const link = valueAt(paging.next, json);
      if (link === undefined) return paging.absent ? 'end' : null;
      if (link === null || link === '' || link === false) return 'end';
      return typeof link === 'string' ? { address: link } : null;
    }
  }
}

/** When an answer's ways of telling contradict each other, there is more to read. */
function hasMore(
  { more, pages, count }: Extract<Paging, { by: 'page' | 'offset' }>,
  json: unknown,
  { number, read }: Progress,
): boolean | null {
  const told = [
    ...more.map((path) => valueAt(path, json)).map((value) => (typeof value === 'boolean' ? value : null)),
    ...pages.map((path) => above(valueAt(path, json), number)),
    ...count.map((path) => above(valueAt(path, json), read)),
  ];
  return told.includes(null) ? null : told.includes(true);
}

function above(value: unknown, done: number): boolean | null {
  return typeof value === 'number' && Number.isInteger(value) ? value > done : null;
}

/** Are there as many rows as each page counts? */
function fits(paging: Paging, pages: readonly Page[], read: number): boolean {
  const counts = 'count' in paging ? paging.count : [];
  return pages.every(({ json }) => counts.every((count) => valueAt(count, json) === read));
}

async function saysTheSame(paging: Paging, pages: readonly Page[], get: GetPage): Promise<boolean | FailedResponse> {
  for (const { at, rows } of pages.slice(0, -1)) {
    const answer = await get(at);
    if (answer.kind === 'failed') return answer;
    if (JSON.stringify(valueAt(paging.rows, answer.json)) !== JSON.stringify(rows)) return false;
  }
  return true;
}
