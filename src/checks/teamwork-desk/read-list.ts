import { CHANGING, type FailedResponse, UNREADABLE } from '../http/failed-response.js';
import type { RequestLimits } from '../http/request-limits.js';
import { type DeskListRequest, type DeskPage, readPage } from './read-page.js';

/** All rows of a list, and what the pages brought along beside them. */
export interface DeskList<Row> {
  readonly rows: readonly Row[];
  /** Sections of `included` by name; rows unchecked. */
  readonly included: ReadonlyMap<string, readonly unknown[]>;
}

export type DeskListAnswer<Row> = { readonly kind: 'list'; readonly list: DeskList<Row> } | FailedResponse;

/** One pass over all pages. `torn`: they do not fit together, so that a row may have slipped from one to another. */
type Pass<Row> =
  | { readonly kind: 'pages'; readonly pages: readonly DeskPage<Row>[] }
  | { readonly kind: 'torn'; readonly as: FailedResponse }
  | FailedResponse;

type Identified = { readonly id: number };

/** Reads a list as it was at one moment; see {@link readTogether}. */
export async function readList<Row extends Identified>(
  wanted: DeskListRequest<Row>,
  limits: RequestLimits,
): Promise<DeskListAnswer<Row>> {
  const [list] = await readTogether(wanted, null, limits);
  return list;
}

/**
 * Reads one list, or two that are judged together, as they were at one moment. Pages are answers of different moments:
 * between two of them rows appear, vanish and move, and an active trigger can slip through. So every page but the last is
 * asked for again afterwards; when all say what they said, they were all true at the moment of the last one. A list
 * is whole or it is nothing: when a page fails, when the answer does not say whether there are more, or when the rows are
 * not as many as it counts, nobody may conclude that something is missing.
 */
export async function readTogether<A extends Identified, B extends Identified>(
  one: DeskListRequest<A>,
  other: DeskListRequest<B> | null,
  limits: RequestLimits,
): Promise<readonly [DeskListAnswer<A>, DeskListAnswer<B>]> {
  let torn: FailedResponse = UNREADABLE;
  for (let tried = 0; tried < limits.mostPasses; tried++) {
    const first = await readPages(one, limits);
    const second = other ? await readPages(other, limits) : UNREADABLE;
    if (first.kind === 'torn' || second.kind === 'torn') {
      torn = first.kind === 'torn' ? first.as : second.kind === 'torn' ? second.as : torn;
      continue;
    }
    const again = await saysTheSame(one, first, second.kind !== 'pages');
    const andOther = other && again === true ? await saysTheSame(other, second, true) : true;
    if (again === true && andOther === true) return [listOf(first), listOf(second)];
    torn = again !== true && again !== false ? again : andOther !== true && andOther !== false ? andOther : CHANGING;
    if (torn !== CHANGING) break;
  }
  return [torn, torn];
}

async function readPages<Row extends Identified>(
  wanted: DeskListRequest<Row>,
  limits: RequestLimits,
): Promise<Pass<Row>> {
  const pages: DeskPage<Row>[] = [];
  const rows = new Map<number, string>();
  for (let number = 1; number <= limits.mostPages; number++) {
    const answer = await readPage(wanted, number);
    if (answer.kind === 'failed') return answer;
    pages.push(answer.page);
    const seenBefore = rows.size;
    for (const row of answer.page.rows) {
      const text = JSON.stringify(row);
      // One row in two states: which one is true now?
      if (rows.has(row.id) && rows.get(row.id) !== text)
        return { kind: 'torn', as: number > 1 ? CHANGING : UNREADABLE };
      rows.set(row.id, text);
    }
    if (answer.page.hasMore === null) return UNREADABLE;
    // Rows that were all there before: one has moved, or more was promised than there is.
    if (number > 1 && answer.page.rows.length > 0 && rows.size === seenBefore) return { kind: 'torn', as: UNREADABLE };
    // Only an empty page after the last one ends a list that said that there was more; one that says so again is no end.
    if (answer.page.hasMore && number > 1 && answer.page.rows.length === 0) return UNREADABLE;
    if (answer.page.hasMore) continue;
    const as = pages.length > 1 ? CHANGING : UNREADABLE;
    return fits(pages, rows.size) ? { kind: 'pages', pages } : { kind: 'torn', as };
  }
  return UNREADABLE;
}

/** Are there as many rows as each page counts? */
function fits(pages: readonly DeskPage<unknown>[], rows: number): boolean {
  return pages.every(({ counts }) => counts.every((count) => count === rows));
}

/** Asks for the pages again, for all or for all but the last: true, false, or why it could not be asked. */
async function saysTheSame<Row>(
  wanted: DeskListRequest<Row>,
  pass: Pass<Row>,
  isLastTrue: boolean,
): Promise<boolean | FailedResponse> {
  if (pass.kind !== 'pages') return true;
  for (const [at, { print }] of pass.pages.slice(0, isLastTrue ? -1 : undefined).entries()) {
    const answer = await readPage(wanted, at + 1);
    if (answer.kind === 'failed') return answer;
    if (answer.page.print !== print) return false;
  }
  return true;
}

function listOf<Row extends Identified>(pass: Exclude<Pass<Row>, { kind: 'torn' }>): DeskListAnswer<Row> {
  if (pass.kind === 'failed') return pass;
  const included = new Map<string, unknown[]>();
  for (const page of pass.pages) {
    for (const [name, rows] of Object.entries(page.included))
      included.set(name, [...(included.get(name) ?? []), ...rows]);
  }
  const rows = new Map(pass.pages.flatMap((page) => page.rows.map((row) => [row.id, row] as const)));
  return { kind: 'list', list: { rows: [...rows.values()], included } };
}
