import type {
  Account,
  Agent,
  CustomField,
  Inbox,
  Invitation,
  SectionValues,
  Trigger,
} from '../../src/checks/account.js';

/** When the example accounts were read. */
export const READ_AT = '2026-11-23T10:42:00.000Z';

export const olena: Agent = agent({ id: 410_021, email: 'olena@acme.example', name: 'Olena Kovach' });
export const maria: Agent = agent({ id: 410_044, email: 'maria@acme.example', name: 'Maria Duval' });
export const jon: Agent = agent({ id: 410_051, email: 'jon@acme.example', name: 'Jon Berg' });
const priya: Agent = agent({ id: 410_052, email: 'priya@acme.example', name: 'Priya Nair' });
export const luc: Agent = agent({ id: 410_053, email: 'luc@acme.example', name: 'Luc Moreau', isPartTime: true });

export function agent(changes: Partial<Agent>): Agent {
  return { id: 1, email: 'someone@acme.example', name: 'Someone', isPartTime: false, state: 'active', ...changes };
}

/** Sent at this time and not touched since. */
export function at(sentAt: string): Pick<Invitation, 'sentAt' | 'touchedAt'> {
  return { sentAt, touchedAt: sentAt };
}

export function invitation(changes: Partial<Invitation>): Invitation {
  return {
    id: 5512,
    agentId: jon.id,
    email: jon.email,
    sentAt: '2026-11-23T07:42:00.000Z',
    touchedAt: '2026-11-23T07:42:00.000Z',
    state: 'active',
    ...changes,
  };
}

export function inbox(changes: Partial<Inbox>): Inbox {
  return {
    id: 36_018,
    name: 'Support',
    type: 'team',
    state: 'active',
    sendsAutoReplies: false,
    triggerIds: [],
    ...changes,
  };
}

export function trigger(changes: Partial<Trigger>): Trigger {
  return {
    ...{ id: 8801, name: 'Auto-assign VIP', state: 'active', type: 'automatic', isSystem: false, isEverywhere: false },
    inboxIds: [36_018],
    ...changes,
  } as Trigger;
}

export function customField(changes: Partial<CustomField>): CustomField {
  return {
    ...{
      id: 272,
      label: 'Order number',
      customerLabel: 'Order number',
      type: 'text',
      isEnabled: true,
      isRequired: false,
    },
    ...{ options: [], state: 'active' },
    ...changes,
  } as CustomField;
}

const system = trigger({
  id: 8800,
  name: 'Reactivate ticket when tasks are done',
  isSystem: true,
  isEverywhere: true,
  inboxIds: [],
});

/** The practice account `ready` as the checks see it. */
export const READY: SectionValues = {
  me: { id: olena.id, email: olena.email, isAdmin: true, isActive: true },
  agents: [olena, maria, jon],
  invitations: [],
  inboxes: [
    inbox({ id: 36_000, name: 'Sample Inbox', type: 'sample' }),
    inbox({ triggerIds: [8801, 8809] }),
    inbox({ id: 36_019, name: 'Billing' }),
  ],
  triggers: [
    trigger({ state: 'inactive' }),
    trigger({ id: 8807, name: 'Close after 72h', state: 'inactive', isEverywhere: true, inboxIds: [] }),
    trigger({ id: 8809, name: 'Escalate', type: 'manual' }),
    system,
  ],
  customFields: [
    customField({}),
    customField({
      id: 273,
      label: 'Plan',
      customerLabel: 'Your plan',
      type: 'dropdown',
      isRequired: true,
      options: ['Gold', 'Silver'],
    }),
    customField({ id: 274, label: 'Renewal', customerLabel: 'Renewal', type: 'date' }),
  ],
  emailNotifications: [],
};

/** The practice account `not-ready` as the checks see it. */
export const NOT_READY: SectionValues = {
  me: READY.me,
  agents: [olena, maria, jon, priya, luc],
  invitations: [
    invitation({}),
    invitation({ id: 5513, agentId: priya.id, email: priya.email, ...at('2026-11-22T04:42:00.000Z') }),
  ],
  inboxes: [inbox({ id: 36_000, name: 'Sample Inbox', type: 'sample', triggerIds: [8801, 8808, 8809] })],
  triggers: [
    trigger({ inboxIds: [36_000] }),
    trigger({ id: 8807, name: 'Close after 72h', isEverywhere: true, inboxIds: [] }),
    trigger({ id: 8808, name: 'Tag newsletters', state: 'incomplete', inboxIds: [36_000] }),
    trigger({ id: 8809, name: 'Escalate', type: 'manual', inboxIds: [36_000] }),
    system,
  ],
  customFields: [customField({}), customField({ id: 273, label: 'Plan', customerLabel: 'Your plan' })],
  emailNotifications: [],
};

/** An inbox names the triggers that name it. */
const naming =
  (triggers: readonly Trigger[]) =>
  (each: Inbox): Inbox => ({
    ...each,
    triggerIds: triggers.filter(({ inboxIds }) => inboxIds.includes(each.id)).map(({ id }) => id),
  });

/** An account of which every section was read, except where `changes` says otherwise. */
export function accountWith(changes: Partial<SectionValues> = {}, failed: Account['sections'] = {}): Account {
  const { triggers = READY.triggers } = changes;
  const { emailNotifications: _, ...values } = { ...READY, inboxes: READY.inboxes.map(naming(triggers)), ...changes };
  const sections = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { kind: 'read', value }]));
  return { site: 'acme.teamwork.com', readAt: READ_AT, sections: { ...(sections as Account['sections']), ...failed } };
}
