import { z } from 'zod';
import { addRow, changeRow, type DeskAccount, type Json, type Plural, type Row } from './desk-account.js';
import { invalidAnswer, jsonAnswer, notFound, type SimulatedResponse } from './desk-response.js';
import { customFieldRow, inboxRow } from './desk-rows.js';
import { member } from './member.js';

/** What PATCH may change, and to what; the rest of a body is ignored, as an API does. */
const CHANGEABLE: Readonly<Partial<Record<Plural, z.ZodType<Readonly<Record<string, Json>>>>>> = {
  triggers: z.object({ state: z.enum(['active', 'inactive']), name: z.string().min(1).max(200) }).partial(),
  users: z
    .object({ isPartTime: z.boolean(), sendWebNotifications: z.boolean(), sendPushNotifications: z.boolean() })
    .partial(),
  tickets: z.object({ subject: z.string().min(1).max(1_000) }).partial(),
};

/** `PATCH /triggers/8801.json {"trigger":{"state":"inactive"}}`, and the same for users. */
export function patchRow(
  account: DeskAccount,
  plural: Plural,
  singular: string,
  row: Row,
  body: unknown,
  now: string,
): SimulatedResponse {
  const changeable = CHANGEABLE[plural];
  if (changeable === undefined) return notFound();
  const change = changeable.safeParse(member(body, singular));
  if (!change.success) return invalidAnswer(firstField(change.error, singular), 'must be one of the allowed values');
  changeRow(account, plural, row.id, { ...change.data, updatedAt: now });
  return jsonAnswer(200, { [singular]: account.lists[plural].find(({ id }) => id === row.id) ?? null, included: {} });
}

const newInbox = z.object({
  inbox: z.object({
    name: z.string().trim().min(1).max(200),
    email: z.string().max(320).optional(),
    localPart: z.string().max(100).optional(),
    users: z.array(z.object({ id: z.int() })).optional(),
  }),
});

/** `POST /inboxes.json`. An inbox and an agent cannot share an address. */
export function createInbox(account: DeskAccount, body: unknown, now: string): SimulatedResponse {
  const parsed = newInbox.safeParse(body);
  if (!parsed.success) return invalidAnswer(firstField(parsed.error, 'inbox'), 'must be set');
  const { name, email, localPart = 'inbox', users } = parsed.data.inbox;
  const address = email ?? `${localPart}@practice.example`;
  if (account.lists.users.some((user) => String(user.email).toLowerCase() === address.toLowerCase())) {
    return invalidAnswer('inbox[email]', 'must not be the address of an agent');
  }
  const row = inboxRow({ id: 0, name, email: address, userIds: users?.map(({ id }) => id) }, now);
  return jsonAnswer(201, { inbox: addRow(account, 'inboxes', row), included: {} });
}

const newField = z.object({
  agentLabel: z.string().trim().min(1).max(200),
  customerLabel: z.string().max(200).optional(),
  kind: z.enum(['text', 'textarea', 'number', 'date', 'dropdown', 'checkboxes']),
  options: z
    .array(z.object({ name: z.string().max(200), displayOrder: z.int().optional() }))
    .max(200)
    .optional(),
  agentRequired: z.boolean().optional(),
  enabled: z.boolean().optional(),
});

/** `POST /desk/v1/customfields.json`; the body is not wrapped (docs/teamwork-desk-api.md 2.6). */
export function createField(account: DeskAccount, body: unknown, now: string): SimulatedResponse {
  const parsed = newField.safeParse(body);
  if (!parsed.success) return invalidAnswer(firstField(parsed.error, 'agentLabel'), 'must be set');
  const { agentLabel: label, customerLabel, kind, options = [], agentRequired: required, enabled } = parsed.data;
  const optionIds = options.map(
    ({ name }, displayOrder) => addRow(account, 'customfieldoptions', { name, displayOrder }).id,
  );
  const row = addRow(
    account,
    'customfields',
    customFieldRow({ id: 0, label, customerLabel, kind, optionIds, required, enabled }, now),
  );
  return jsonAnswer(201, { customfield: row, included: {} });
}

/** The field that a validation error is about, as Teamwork's validator writes it: `inbox[name]`. */
function firstField(error: z.ZodError, fallback: string): string {
  const [first = fallback, ...rest] = (error.issues[0]?.path ?? []).map(String);
  return first + rest.map((part) => `[${part}]`).join('');
}
