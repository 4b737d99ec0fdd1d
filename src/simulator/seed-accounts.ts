import type { DeskAccount, DeskLists, Row } from './desk-account.js';
import { customFieldRow, inboxRow, invitationRow, type Person, triggerRow, userRow } from './desk-rows.js';
import { largeLists } from './large-account.js';
import { idsIn } from './list-response.js';
import { LOOKUPS } from './lookup-rows.js';
import { type PracticeAccountId, practiceKey } from './practice-keys.js';

const HOUR_MS = 60 * 60 * 1000;
const DAYS_90_MS = 90 * 24 * HOUR_MS;
/** The number of the first record that someone adds. */
const FIRST_NEW_ID = 7_000_001;

const OLENA: Person = {
  ...{ id: 410_021, email: 'olena@acme.example', firstName: 'Olena', lastName: 'Kovach' },
  ...{ role: 'Admin', isAppOwner: true },
};
const MARIA: Person = { id: 410_044, email: 'maria@acme.example', firstName: 'Maria', lastName: 'Duval' };
const JON: Person = { id: 410_051, email: 'jon@acme.example', firstName: 'Jon', lastName: 'Berg' };
const PRIYA: Person = { id: 410_052, email: 'priya@acme.example', firstName: 'Priya', lastName: 'Nair' };
const LUC: Person = { id: 410_053, email: 'luc@acme.example', firstName: 'Luc', lastName: 'Moreau', isPartTime: true };

/** Builds all practice accounts as they are at the beginning; times count back from `now` (milliseconds since 1970). */
export function seedAccounts(now: number): readonly DeskAccount[] {
  return [
    account('not-ready', OLENA, notReady(now)),
    account('ready', OLENA, ready(now)),
    account('new', OLENA, fresh(now)),
    account('non-admin', MARIA, notReady(now)),
    account('legacy-key', OLENA, ready(now)),
    account('eu', OLENA, ready(now)),
    account('large', OLENA, largeLists(OLENA, iso(now - DAYS_90_MS))),
  ];
}

function account(id: PracticeAccountId, owner: Person, lists: Partial<DeskLists>): DeskAccount {
  const told: DeskLists = { ...EMPTY, ...LOOKUPS, ...lists };
  const all: DeskLists = { ...told, inboxes: told.inboxes.map((inbox) => withItsTriggers(inbox, told.triggers)) };
  return {
    ...{ id, host: id === 'eu' ? 'practice.eu.teamwork.com' : 'practice.teamwork.com' },
    key: { kind: id === 'legacy-key' ? 'legacy' : 'desk', text: practiceKey(id) },
    ...{ keyOwnerId: owner.id, lists: all, nextId: FIRST_NEW_ID },
    emailNotifications: Object.fromEntries(all.users.map(({ email }) => [String(email), id !== 'ready'])),
  };
}

/** An inbox names the triggers that name it. */
function withItsTriggers(inbox: Row, triggers: readonly Row[]): Row {
  const own = triggers.filter(({ inboxes }) => idsIn(inboxes ?? null).includes(inbox.id));
  if (own.length === 0) return inbox;
  return {
    ...inbox,
    triggers: own.map(({ id }, at) => ({ id, type: 'triggers', meta: { displayOrder: at + 1 } })),
  };
}

const EMPTY = {
  ...{ users: [], agentinvites: [], inboxes: [], triggers: [], customfields: [], customfieldoptions: [] },
  ...{ tickets: [], messages: [], customers: [], webhookendpoints: [] },
};

const GOLD_AND_SILVER = [
  { id: 1613, name: 'Gold', displayOrder: 0 },
  { id: 1626, name: 'Silver', displayOrder: 1 },
];

function sampleInbox(at: string): Row {
  return inboxRow({ id: 36_000, name: 'Sample Inbox', email: 'sample@practice.example', userIds: [OLENA.id] }, at);
}

function ready(now: number): Partial<DeskLists> {
  const at = iso(now - DAYS_90_MS);
  const team = [OLENA.id, MARIA.id, JON.id];
  return {
    users: [OLENA, MARIA, JON].map((person) => userRow(person, at)),
    inboxes: [
      sampleInbox(at),
      inboxRow({ id: 36_018, name: 'Support', email: 'support@acme.example', userIds: team }, at),
      inboxRow({ id: 36_019, name: 'Billing', email: 'billing@acme.example', userIds: team }, at),
    ],
    triggers: [
      triggerRow({ id: 8801, name: 'Auto-assign VIP', state: 'inactive', inboxIds: [36_018] }, at),
      triggerRow({ id: 8807, name: 'Close after 72h', state: 'inactive', everywhere: true }, at),
      triggerRow({ id: 8809, name: 'Escalate', state: 'active', type: 'Manual', inboxIds: [36_018] }, at),
      triggerRow(
        { id: 8800, name: 'Reactivate ticket when tasks are done', state: 'active', isSystem: true, everywhere: true },
        at,
      ),
    ],
    customfields: [
      customFieldRow({ id: 272, label: 'Order number', kind: 'text' }, at),
      customFieldRow(
        {
          id: 273,
          label: 'Plan',
          customerLabel: 'Your plan',
          kind: 'dropdown',
          optionIds: [1613, 1626],
          required: true,
        },
        at,
      ),
      customFieldRow({ id: 274, label: 'Renewal', kind: 'date' }, at),
    ],
    customfieldoptions: GOLD_AND_SILVER,
  };
}

function notReady(now: number): Partial<DeskLists> {
  const at = iso(now - DAYS_90_MS);
  return {
    users: [OLENA, MARIA, JON, PRIYA, LUC].map((person) => userRow(person, at)),
    agentinvites: [
      invitationRow(5512, JON.id, iso(now - 3 * HOUR_MS)),
      invitationRow(5513, PRIYA.id, iso(now - 30 * HOUR_MS)),
    ],
    inboxes: [sampleInbox(at)],
    triggers: [
      triggerRow({ id: 8801, name: 'Auto-assign VIP', state: 'active', inboxIds: [36_000] }, at),
      triggerRow({ id: 8807, name: 'Close after 72h', state: 'active', everywhere: true }, at),
      triggerRow({ id: 8808, name: 'Tag newsletters', state: 'incomplete', inboxIds: [36_000] }, at),
      triggerRow({ id: 8809, name: 'Escalate', state: 'active', type: 'Manual', inboxIds: [36_000] }, at),
      triggerRow(
        { id: 8800, name: 'Reactivate ticket when tasks are done', state: 'active', isSystem: true, everywhere: true },
        at,
      ),
    ],
    customfields: [
      customFieldRow({ id: 272, label: 'Order number', kind: 'text' }, at),
      customFieldRow({ id: 273, label: 'Plan', customerLabel: 'Your plan', kind: 'text' }, at),
    ],
  };
}

function fresh(now: number): Partial<DeskLists> {
  const at = iso(now - HOUR_MS);
  return { users: [userRow(OLENA, at)], inboxes: [sampleInbox(at)] };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
