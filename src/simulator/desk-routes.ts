import type { DeskRequest } from './authorise.js';
import { type DeskAccount, isAdmin, type Json, type Plural, type Row } from './desk-account.js';
import { forbidden, jsonAnswer, notFound, type SimulatedResponse } from './desk-response.js';
import { createInbox, patchRow } from './desk-writes.js';
import { legacyAnswer } from './legacy-routes.js';
import { includedFor, listAnswer } from './list-response.js';
import { member } from './member.js';
import { addMessage, createTicket, searchTickets } from './ticket-routes.js';

/** Plural and singular of every list that can be read (docs/teamwork-desk-api.md 1.6). */
const SINGULAR: Readonly<Partial<Record<Plural, string>>> = {
  ...{ users: 'user', agentinvites: 'agentinvite', inboxes: 'inbox', triggers: 'trigger', customfields: 'customfield' },
  ...{
    tickets: 'ticket',
    ticketstatuses: 'ticketstatus',
    ticketpriorities: 'ticketpriority',
    tickettypes: 'tickettype',
  },
  ...{ ticketsources: 'ticketsource', tags: 'tag', customers: 'customer', webhookendpoints: 'webhookendpoint' },
};

/** Answers one request of an account that was let in: v2 below `/desk/api/v2/`, v1 below `/desk/v1/`. */
export function answerDesk(request: DeskRequest, account: DeskAccount, now: string): SimulatedResponse {
  if (request.path.startsWith('/desk/v1/')) return legacyAnswer(request, account, now);
  const path = request.path.replace('/desk/api/v2/', '').replace(/\.json$/, '');
  const isRead = request.method === 'GET';
  if (path === 'me') return isRead ? meAnswer(account, now) : notFound();
  if (path === 'search/tickets') return isRead ? searchTickets(account, request.query) : notFound();
  if (request.method === 'POST') return postAnswer(path, request, account, now);
  const [name = '', id, ...rest] = path.split('/');
  const plural = pluralNamed(name);
  if (plural === null || rest.length > 0) return notFound();
  if (plural === 'agentinvites' && !isAdmin(account)) return forbidden();
  const rows = visibleRows(account, plural);
  if (id === undefined) return isRead ? listAnswer(account, plural, rows, request.query) : notFound();
  const row = rows.find((each) => each.id === Number(id));
  if (row === undefined) return notFound();
  if (request.method === 'PATCH') return patchRow(account, plural, singular(plural), row, request.body, now);
  if (!isRead) return notFound();
  return jsonAnswer(200, {
    [singular(plural)]: row,
    included: includedFor(account, plural, [row], request.query.get('includes')),
  });
}

function postAnswer(path: string, request: DeskRequest, account: DeskAccount, now: string): SimulatedResponse {
  if (path === 'tickets') return createTicket(account, request.body, now);
  if (path === 'inboxes') return isAdmin(account) ? createInbox(account, request.body, now) : forbidden();
  const ticketId = /^tickets\/(\d+)\/messages$/.exec(path)?.[1];
  return ticketId === undefined ? notFound() : addMessage(account, Number(ticketId), request.body, now);
}

function meAnswer(account: DeskAccount, now: string): SimulatedResponse {
  const user = account.lists.users.find(({ id }) => id === account.keyOwnerId) ?? null;
  const onboarding = { dismissedWelcome: true, addedFirstInbox: true, inviteTeam: true, checkSampleInbox: false };
  // A client must drop both: the key of a feature-flag service and the token of a socket.
  const ldKey = 'practice-ld-key';
  const websocketAuthToken = {
    hash: 'practice-socket-token',
    installation_id: 700_100,
    user_id: account.keyOwnerId,
    timestamp: now,
  };
  return jsonAnswer(200, { user: { ...user, onboarding, ldKey }, websocketAuthToken, included: {} });
}

/** Admins see all triggers, others those of the inboxes that they administer (docs/teamwork-desk-api.md 2.5). */
function visibleRows(account: DeskAccount, plural: Plural): readonly Row[] {
  const rows = account.lists[plural];
  if (plural !== 'triggers' || isAdmin(account)) return rows;
  const own = new Set(
    account.lists.inboxes.filter((inbox) => administers(inbox, account.keyOwnerId)).map(({ id }) => id),
  );
  return rows.filter((row) => references(row.inboxes ?? null).some(({ id }) => own.has(id)));
}

function administers(inbox: Row, userId: number): boolean {
  return references(inbox.users ?? null).some(({ id, isAdmin: itsAdmin }) => id === userId && itsAdmin);
}

function references(value: Json): { id: number; isAdmin: boolean }[] {
  if (!Array.isArray(value)) return [];
  return value.map((each) => ({
    id: Number(member(each, 'id')),
    isAdmin: member(member(each, 'meta'), 'isAdmin') === true,
  }));
}

function pluralNamed(name: string): Plural | null {
  const known: readonly Plural[] = [
    'users',
    'agentinvites',
    'inboxes',
    'triggers',
    'customfields',
    'tickets',
    'ticketstatuses',
    'ticketpriorities',
    'tickettypes',
    'ticketsources',
    'tags',
    'customers',
    'webhookendpoints',
  ];
  return known.find((plural) => plural === name) ?? null;
}

function singular(plural: Plural): string {
  return SINGULAR[plural] ?? plural;
}
