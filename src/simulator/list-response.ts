import type { DeskAccount, Json, Plural, Row } from './desk-account.js';
import { invalidAnswer, jsonAnswer, type SimulatedResponse } from './desk-response.js';
import { filterRows } from './filter-rows.js';

/** docs/teamwork-desk-api.md 1.6: default 50; larger than 100 is clamped, never rejected. */
const DEFAULT_PAGE_SIZE = 50;
const LARGEST_PAGE = 100;

/** What each list can bring along, by the name used in `includes`, and the field that refers to it. */
const INCLUDABLE: Readonly<Partial<Record<Plural, Readonly<Partial<Record<Plural, string>>>>>> = {
  agentinvites: { users: 'user' },
  triggers: { inboxes: 'inboxes' },
  customfields: { customfieldoptions: 'options', inboxes: 'inboxes' },
  inboxes: { users: 'users', triggers: 'triggers' },
  tickets: { messages: 'messages' },
};

const words = (text: string): readonly string[] => text.split(' ');
/** What these may be filtered by (docs/teamwork-desk-api.md 2.2, 2.3, 2.5); triggers not by their inboxes. */
const FILTERABLE: Readonly<Partial<Record<Plural, readonly string[]>>> = {
  users: words(
    'autoFollowOnCC avatarURL createdAt createdBy editMethod email firstName id inboxes.id isPartTime lastName reviewer ' +
      'role sendPushNotifications sendWebNotifications state ticketReplyRedirect trainingWheelsEnrollment triggers.id ' +
      'updatedAt updatedBy users.ontraining',
  ),
  agentinvites: words('createdAt createdBy deletedAt deletedBy id state updatedAt updatedBy user'),
  triggers: words(
    'id name type isShared agentHasAccess description addToNewInboxes state isSystem createdAt updatedAt deletedAt ' +
      'createdBy updatedBy deletedBy',
  ),
};

/** One page of a list, with filter, order, sparse fields and includes. */
export function listAnswer(
  account: DeskAccount,
  plural: Plural,
  rows: readonly Row[],
  query: URLSearchParams,
): SimulatedResponse {
  const filter = query.get('filter');
  const filtered =
    filter === null || filter === '' ? ({ kind: 'rows', rows } as const) : filterRows(rows, filter, FILTERABLE[plural]);
  if (filtered.kind === 'invalid') return invalidAnswer('filter', filtered.message);
  const sorted = sortRows(filtered.rows, query.get('orderBy'), query.get('orderMode'));
  const pageSize = Math.min(LARGEST_PAGE, positive(query.get('pageSize')) ?? DEFAULT_PAGE_SIZE);
  const page = positive(query.get('page')) ?? (positive(query.get('pageOffset')) ?? 0) + 1;
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const shown = sorted.slice((page - 1) * pageSize, page * pageSize);
  const hasMore = page < pages;
  const records = sorted.length;
  return jsonAnswer(200, {
    [plural]: shown.map((row) => sparse(row, query.get('fields'))),
    included: includedFor(account, plural, shown, query.get('includes')),
    pagination: { records, pageSize, pages, page, hasMorePages: hasMore },
    meta: { page: { count: records, pageSize, pageOffset: page - 1, pages, hasMore } },
  });
}

function positive(text: string | null): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : null;
}

function sortRows(rows: readonly Row[], by: string | null, mode: string | null): readonly Row[] {
  if (by === null) return rows;
  const sign = mode?.toLowerCase() === 'desc' ? -1 : 1;
  const compare = (a: Json | undefined, b: Json | undefined): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  return [...rows].sort((a, b) => sign * compare(a[by], b[by]));
}

function sparse(row: Row, fields: string | null): Json {
  if (fields === null || fields === '') return row;
  const wanted = new Set(['id', ...fields.split(',')]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name)));
}

/** Only what was asked for and is referred to; `{}` without `includes`. */
export function includedFor(account: DeskAccount, plural: Plural, rows: readonly Row[], includes: string | null): Json {
  const asked = new Set((includes ?? '').split(','));
  const sections = Object.entries(INCLUDABLE[plural] ?? {}).filter(([name]) => asked.has('all') || asked.has(name));
  return Object.fromEntries(
    sections.map(([name, field]) => {
      const ids = new Set(rows.flatMap((row) => idsIn(row[field] ?? null)));
      return [name, listNamed(account, name).filter(({ id }) => ids.has(id))];
    }),
  );
}

/** The ids of a relation or of a list of them. */
export function idsIn(value: Json): number[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return typeof value === 'object' && value !== null && 'id' in value ? [Number(value.id)] : [];
}

function listNamed(account: DeskAccount, name: string): readonly Row[] {
  return Object.entries(account.lists).find(([plural]) => plural === name)?.[1] ?? [];
}
