import type { DeskLists } from './desk-account.js';
import { customFieldRow, inboxRow, type Person, triggerRow, userRow } from './desk-rows.js';

/** 250 agents and 40 inboxes: three pages of agents. */
const MANY_AGENTS = 250;
const MANY_INBOXES = 40;

/** The lists of an account with as many agents and inboxes as a big customer has; all is off. */
export function largeLists(owner: Person, at: string): Partial<DeskLists> {
  const others = Array.from({ length: MANY_AGENTS - 1 }, (_, index): Person => {
    const number = String(index + 1).padStart(3, '0');
    return { id: 420_000 + index, email: `agent${number}@acme.example`, firstName: 'Agent', lastName: number };
  });
  const people = [owner, ...others];
  return {
    users: people.map((person) => userRow(person, at)),
    inboxes: Array.from({ length: MANY_INBOXES }, (_, index) =>
      inboxRow(
        { id: 37_000 + index, name: `Team ${index + 1}`, email: `team${index + 1}@acme.example`, userIds: [owner.id] },
        at,
      ),
    ),
    triggers: [triggerRow({ id: 8807, name: 'Close after 72h', state: 'inactive', everywhere: true }, at)],
    customfields: [customFieldRow({ id: 272, label: 'Order number', kind: 'text' }, at)],
  };
}
