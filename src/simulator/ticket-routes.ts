import { z } from 'zod';
import { addRow, changeRow, type DeskAccount, type Json, type Row } from './desk-account.js';
import { invalidAnswer, jsonAnswer, notFound, type SimulatedResponse } from './desk-response.js';
import { listAnswer } from './list-response.js';
import { member } from './member.js';

const reference = z.object({ id: z.int() });
/** What `POST /tickets.json` takes and we keep (docs/teamwork-desk-api.md 2.8). */
const newTicket = z.object({
  subject: z.string().max(1_000).optional(),
  message: z.string().max(200_000).optional(),
  inbox: reference.optional(),
  customer: z.object({ id: z.int().optional(), email: z.string().max(320).optional() }).optional(),
  agent: reference.nullish(),
  status: reference.optional(),
  tags: z.array(reference).optional(),
  notifyCustomer: z.boolean().optional(),
});

/** Creates a ticket from a flat body (Teamwork's samples) or one in `{"ticket":…}` (its SDK). */
export function createTicket(account: DeskAccount, body: unknown, now: string): SimulatedResponse {
  const parsed = newTicket.safeParse(member(body, 'ticket') ?? body);
  if (!parsed.success) return invalidAnswer(parsed.error.issues[0]?.path.join('.') ?? 'ticket', 'must be set');
  const { subject = '', message = '', inbox, customer, agent, status, tags = [] } = parsed.data;
  if (customer?.id === undefined && !customer?.email) {
    return jsonAnswer(400, { errors: [{ detail: 'must be set', source: 'customer' }] });
  }
  if (inbox !== undefined && !account.lists.inboxes.some(({ id }) => id === inbox.id))
    return invalidAnswer('inbox.id', 'must be set');
  const createdBy = related(account.keyOwnerId, 'users');
  const messageRow = addRow(account, 'messages', {
    threadType: 'message',
    htmlBody: message,
    createdAt: now,
    createdBy,
  });
  const ticket = addRow(account, 'tickets', {
    ...{
      subject,
      previewText: message
        .replace(/<[^<>]*>/g, ' ')
        .trim()
        .slice(0, 100),
      agent: agent ?? null,
      createdAt: now,
    },
    ...{
      inbox: inbox === undefined ? null : related(inbox.id, 'inboxes'),
      customer: related(customerId(account, customer), 'customers'),
    },
    ...{
      status: related(status?.id ?? 1, 'ticketstatuses'),
      source: related(2, 'ticketsources'),
      priority: null,
      updatedAt: now,
    },
    ...{
      tags: tags.map(({ id }) => related(id, 'tags')),
      messages: [related(messageRow.id, 'messages')],
      files: [],
      cc: [],
      bcc: [],
    },
    ...{ messageCount: 1, isRead: false, readonly: false, spam_score: 0, state: 'active' },
  });
  return jsonAnswer(200, { ticket, included: {} });
}

const newMessage = z.object({
  message: z.string().max(500_000),
  threadType: z.enum(['message', 'note']).optional(),
});

/** `POST /tickets/{id}/messages.json`: an answer to the customer, or a note. On read the text stands in `htmlBody`. */
export function addMessage(account: DeskAccount, ticketId: number, body: unknown, now: string): SimulatedResponse {
  const ticket = account.lists.tickets.find(({ id }) => id === ticketId);
  if (!ticket) return notFound();
  const parsed = newMessage.safeParse(body);
  if (!parsed.success) return invalidAnswer('message', 'must be set');
  const { message, threadType = 'message' } = parsed.data;
  const added = addRow(account, 'messages', {
    ...{ ticket: related(ticketId, 'tickets'), threadType, htmlBody: message, createdAt: now },
    textBody: message.replace(/<[^<>]*>/g, ' '),
    createdBy: related(account.keyOwnerId, 'users'),
  });
  const messages = Array.isArray(ticket.messages) ? ticket.messages : [];
  changeRow(account, 'tickets', ticketId, { messages: [...messages, related(added.id, 'messages')] });
  return jsonAnswer(201, { message: added, included: {} });
}

/** Search takes 1 to 200 a page; anything else is reset to 50 (docs/teamwork-desk-api.md 1.6), lists clamp to 100. */
export function searchTickets(account: DeskAccount, query: URLSearchParams): SimulatedResponse {
  const asked = Number(query.get('pageSize'));
  const words = (query.get('search') ?? '').toLowerCase();
  const found = account.lists.tickets.filter(({ subject }) => String(subject).toLowerCase().includes(words));
  const pageSize = asked >= 1 && asked <= 200 ? Math.min(asked, 100) : 50;
  return listAnswer(
    account,
    'tickets',
    found,
    new URLSearchParams({ page: query.get('page') ?? '1', pageSize: String(pageSize) }),
  );
}

/** Known customers are found by their address, others are created. */
function customerId(account: DeskAccount, customer: { id?: number; email?: string } | undefined): number {
  if (customer?.id !== undefined) return customer.id;
  const email = customer?.email ?? '';
  const known = account.lists.customers.find((row: Row) => row.email === email);
  return (known ?? addRow(account, 'customers', { email, state: 'active' })).id;
}

function related(id: number, type: string): Json {
  return { id, type };
}
