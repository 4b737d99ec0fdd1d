import { z } from 'zod';
import type { ChangeableDesk } from './changeable-desk.js';
import { changeRow, type DeskAccount } from './desk-account.js';
import { createField, createInbox } from './desk-writes.js';
import { DISTURBANCES } from './faults.js';

const id = z.coerce.number().int();
const name = z.string().trim().min(1).max(200);

/** What the forms of the practice page can ask for; `do` names the form. */
const form = z.discriminatedUnion('do', [
  z.object({ do: z.literal('trigger'), id, state: z.enum(['active', 'inactive']) }),
  z.object({ do: z.literal('agent'), id, partTime: z.enum(['yes', 'no']) }),
  z.object({ do: z.literal('accept'), id }),
  z.object({ do: z.literal('invite'), id }),
  z.object({ do: z.literal('add-inbox'), name }),
  z.object({ do: z.literal('remove-inbox'), id }),
  z.object({
    do: z.literal('add-field'),
    name,
    type: z.enum(['text', 'textarea', 'number', 'date', 'dropdown', 'checkboxes']),
    options: z.string().max(2_000),
  }),
  z.object({ do: z.literal('remove-field'), id }),
  z.object({ do: z.literal('email'), address: z.string().max(320), on: z.enum(['yes', 'no']) }),
  z.object({ do: z.literal('fault'), fault: z.enum(['', ...DISTURBANCES]) }),
  z.object({ do: z.literal('reset') }),
]);
type PageForm = z.infer<typeof form>;

/** Does what a form of the page asks for; false when it asks for nothing that we know. */
export function applyForm(desk: ChangeableDesk, account: DeskAccount, posted: unknown, now: string): boolean {
  const parsed = form.safeParse(posted);
  if (parsed.success) apply(desk, account, parsed.data, now);
  return parsed.success;
}

function apply(desk: ChangeableDesk, account: DeskAccount, asked: PageForm, now: string): void {
  switch (asked.do) {
    case 'trigger':
      changeRow(account, 'triggers', asked.id, { state: asked.state, updatedAt: now });
      return;
    case 'agent':
      changeRow(account, 'users', asked.id, { isPartTime: asked.partTime === 'yes', updatedAt: now });
      return;
    case 'accept':
      changeRow(account, 'agentinvites', asked.id, { state: 'deleted', updatedAt: now, deletedAt: now });
      return;
    case 'invite':
      changeRow(account, 'agentinvites', asked.id, { createdAt: now, updatedAt: now });
      return;
    case 'add-inbox':
      createInbox(account, { inbox: { name: asked.name } }, now);
      return;
    case 'remove-inbox':
      account.lists.inboxes = account.lists.inboxes.filter((row) => row.id !== asked.id);
      return;
    case 'add-field': {
      const options = asked.options
        .split(',')
        .flatMap((option) => (option.trim() === '' ? [] : [{ name: option.trim() }]));
      createField(account, { agentLabel: asked.name, kind: asked.type, options }, now);
      return;
    }
    case 'remove-field':
      account.lists.customfields = account.lists.customfields.filter((row) => row.id !== asked.id);
      return;
    case 'email':
      if (Object.hasOwn(account.emailNotifications, asked.address)) {
        account.emailNotifications = { ...account.emailNotifications, [asked.address]: asked.on === 'yes' };
      }
      return;
    case 'fault':
      if (asked.fault === '') desk.faults.clear();
      else desk.faults.set({ fault: asked.fault, account: account.id });
      return;
    case 'reset':
      desk.reset();
  }
}
