import type { Action } from '../../channels/action.js';
import { SECRET_MARK } from '../../channels/secrets/cut-secrets.js';
import { readEmail, readName } from '../../handoff/read-contact.js';
import type { Given } from '../dialog-start.js';
import type { Memory } from '../memory.js';

/** What the form for name and address brought: what could be read of it, and what is to be asked for again. */
export function startOfContact(
  { name, email }: Extract<Action, { kind: 'contact' }>,
  { open, consecutiveFallbacks = 0 }: Memory,
): Given<'handoff'> {
  const typed = { name, email };
  // Where a secret was pasted there is no name.
  const draft = { name: name.includes(SECRET_MARK) ? undefined : readName(name), email: readEmail(email) };
  const field = draft.name === undefined ? 'name' : draft.email === undefined ? 'email' : undefined;
  if (field === undefined) return { dialog: 'handoff', draft };
  const times = open?.dialog === 'handoff' && open.expects === field ? consecutiveFallbacks + 1 : 1;
  return { dialog: 'handoff', draft, typed, invalid: { field, typed: typed[field], times } };
}
