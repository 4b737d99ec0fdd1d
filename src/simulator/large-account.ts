import type { DeskLists } from './desk-account.js';
import { customFieldRow, inboxRow, invitationRow, type Person, triggerRow, userRow } from './desk-rows.js';

/** Desk gives at most 100 rows a page: three pages of agents, two of everything else. */
const MANY_AGENTS = 250;
const MANY = 120;

const many = <T>(make: (index: number) => T): readonly T[] => Array.from({ length: MANY }, (_, index) => make(index));

/** The lists of an account with as much of everything as a big customer has; all is off, and who was invited has come. */
export function largeLists(owner: Person, at: string): Partial<DeskLists> {
  const others = Array.from({ length: MANY_AGENTS - 1 }, (_, index): Person => {
    const number = String(index + 1).padStart(3, '0');
    return { id: 420_000 + index, email: `agent${number}@acme.example`, firstName: 'Agent', lastName: number };
  });
  const people = [owner, ...others];
  return {
    users: people.map((person) => userRow(person, at)),
    agentinvites: many((index) => ({
      ...invitationRow(5_600 + index, 420_000 + index, at),
      ...{ state: 'deleted', deletedAt: at },
    })),
    inboxes: many((index) =>
      inboxRow(
        { id: 37_000 + index, name: `Team ${index + 1}`, email: `team${index + 1}@acme.example`, userIds: [owner.id] },
        at,
      ),
    ),
    triggers: many((index) =>
      triggerRow(
        index === 0
          ? { id: 8807, name: 'Close after 72h', state: 'inactive', everywhere: true }
          : { id: 8900 + index, name: `Assign to team ${index}`, state: 'inactive', inboxIds: [37_000 + index] },
        at,
      ),
    ),
    customfields: many((index) =>
      customFieldRow({ id: 272 + index, label: index === 0 ? 'Order number' : `Field ${index + 1}`, kind: 'text' }, at),
    ),
  };
}
