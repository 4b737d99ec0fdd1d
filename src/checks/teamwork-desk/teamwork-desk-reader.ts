import type { Dispatcher } from 'undici';
import type { z } from 'zod';
import type { Account, Failure, Section, SectionRead } from '../account.js';
import type { AccountReader } from '../account-reader.js';
import type { TimedCall } from '../http/get-json.js';
import { createRateBackoff } from '../http/rate-backoff.js';
import { REQUEST_LIMITS, type RequestLimits } from '../http/request-limits.js';
import { agentRow, toAgents } from './agent-rows.js';
import { customFieldRow, toCustomFields } from './custom-field-rows.js';
import { type DeskFailureEvent, type DeskSession, openSession } from './desk-session.js';
import { inboxRow, toInboxes } from './inbox-rows.js';
import { invitationRow, toInvitations } from './invitation-rows.js';
import { type DeskList, type DeskListAnswer, readList, readTogether } from './read-list.js';
import type { DeskListRequest } from './read-page.js';
import { readSiteAddress } from './read-site-address.js';
import { toTriggers, triggerRow } from './trigger-rows.js';

/** What the reader needs of the world. */
export interface DeskReaderOptions {
  /** Made by `openDispatcher`; the maker closes it. */
  readonly dispatcher: Dispatcher;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds that never go back; `now` when there is nothing better. */
  readonly steady?: () => number;
  /** The practice account's own address, when it is on: the only one beside `https://*.teamwork.com`. */
  readonly practiceSite?: string;
  readonly limits?: RequestLimits;
  readonly onFailure?: (event: DeskFailureEvent) => void;
  readonly timed?: TimedCall;
}

/**
 * Reads accounts through the public API of Teamwork Desk, v2, with GET only. `me` comes first, alone: a key that is
 * refused there is not tried on the rest, which fails with the same reason. Then the sections go in parallel.
 */
export function createTeamworkDeskReader(options: DeskReaderOptions): AccountReader {
  const { dispatcher, now, steady = now, practiceSite, limits = REQUEST_LIMITS, onFailure = () => {}, timed } = options;
  const door = { dispatcher, now, limits, timed, backoff: createRateBackoff(steady) };
  return {
    async read(credentials, wanted, signal) {
      const address = readSiteAddress(credentials.site, practiceSite);
      if (address.kind === 'invalid') throw new Error('Site address not allowed. Read it with readSiteAddress first.');
      const readAt = new Date(now()).toISOString();
      const session = openSession(door, { ...credentials, site: address.site }, onFailure, signal);
      const me = await session.readMe();
      const sections = await readSections(session, wanted, limits, me.kind === 'failed' ? me.why : null);
      return { site: address.host, readAt, sections: { ...sections, me } };
    },
  };
}

async function readSections(
  session: DeskSession,
  wanted: readonly Section[],
  limits: RequestLimits,
  blocked: Failure | null,
): Promise<Account['sections']> {
  const asks = (section: Section): boolean => blocked === null && wanted.includes(section);
  const read = async <Row extends { id: number }, Value>(section: Section, resource: Resource<Row, Value>) => {
    if (!wanted.includes(section)) return undefined;
    if (blocked !== null) return { kind: 'failed', why: blocked } as const;
    return sectionOf(await readList(requestOf(session, resource, limits), limits), resource);
  };
  // Who accepts an invitation goes from one list to the other: both are read as they were at one moment.
  const readPeople = async () => {
    if (!asks('agents') || !asks('invitations'))
      return Promise.all([read('agents', AGENTS), read('invitations', INVITATIONS)]);
    const requests = [requestOf(session, AGENTS, limits), requestOf(session, INVITATIONS, limits)] as const;
    const [agents, invitations] = await readTogether(...requests, limits);
    return [sectionOf(agents, AGENTS), sectionOf(invitations, INVITATIONS)] as const;
  };
  const [[agents, invitations], inboxes, triggers, customFields] = await Promise.all([
    readPeople(),
    read('inboxes', INBOXES),
    read('triggers', TRIGGERS),
    read('customFields', CUSTOM_FIELDS),
  ]);
  return {
    ...(agents && { agents }),
    ...(invitations && { invitations }),
    ...(inboxes && { inboxes }),
    ...(triggers && { triggers }),
    ...(customFields && { customFields }),
  };
}

interface Resource<Row, Value> {
  readonly plural: string;
  readonly row: z.ZodType<Row>;
  readonly query?: Readonly<Record<string, string>>;
  readonly convert: (list: DeskList<Row>) => Value;
}

function resource<Row, Value>(each: Resource<Row, Value>): Resource<Row, Value> {
  return each;
}

/** Sorted where the order is documented, so that no row slips from one page to another. */
const BY_ID = { orderBy: 'id', orderMode: 'asc' };
const AGENTS = resource({ plural: 'users', row: agentRow, query: BY_ID, convert: ({ rows }) => toAgents(rows) });
const INVITATIONS = resource({
  plural: 'agentinvites',
  row: invitationRow,
  query: { ...BY_ID, includes: 'users' },
  convert: toInvitations,
});
const INBOXES = resource({
  plural: 'inboxes',
  row: inboxRow,
  query: { orderBy: 'createdAt', orderMode: 'asc' },
  convert: ({ rows }) => toInboxes(rows),
});
const TRIGGERS = resource({ plural: 'triggers', row: triggerRow, convert: ({ rows }) => toTriggers(rows) });
const CUSTOM_FIELDS = resource({
  plural: 'customfields',
  row: customFieldRow,
  query: { includes: 'customfieldoptions' },
  convert: toCustomFields,
});

function requestOf<Row, Value>(
  session: DeskSession,
  { plural, row, query }: Resource<Row, Value>,
  limits: RequestLimits,
): DeskListRequest<Row> {
  const getPage = (page: number) =>
    session.get(`${plural}.json`, { page: String(page), pageSize: String(limits.pageSize), ...query });
  return { plural, row, getPage };
}

function sectionOf<Row, Value>(answer: DeskListAnswer<Row>, { convert }: Resource<Row, Value>): SectionRead<Value> {
  return answer.kind === 'list' ? { kind: 'read', value: convert(answer.list) } : { kind: 'failed', why: answer.why };
}
