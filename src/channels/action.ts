import { z } from 'zod';
import { BUTTON_COMMANDS, type ButtonCommand } from './command.js';

/** An article, a check. */
const id = z.string().regex(/^[\w-]{1,100}$/);
const article = id;
/** Commands whose button carries nothing else. */
const isBare = (id: ButtonCommand): id is Exclude<ButtonCommand, 'remind' | 'delete-data'> =>
  id !== 'remind' && id !== 'delete-data';
/** The account that a button was drawn for: a host, or the print of a practice key. */
const account = z.string().regex(/^[\w.-]{1,255}$/);

/** What a button does. It travels through the channel and back, so it is read again with care. */
export const actionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), question: z.string().max(300) }),
  z.object({ kind: z.literal('article'), article }),
  z.object({ kind: z.literal('steps'), article, step: z.number().int().positive().max(999) }),
  z.object({ kind: z.literal('all-steps'), article }),
  z.object({ kind: z.literal('section'), article, section: z.number().int().nonnegative().max(999) }),
  z.object({ kind: z.literal('check'), check: id }),
  z.object({ kind: z.literal('sign-in'), check: id }),
  z.object({ kind: z.literal('practice') }),
  z.object({ kind: z.literal('expect'), check: z.enum(['agents', 'custom-fields']) }),
  z.object({ kind: z.literal('email-off'), confirmed: z.boolean(), account: account.optional() }),
  z.object({ kind: z.literal('remind'), days: z.number().int().min(1).max(28).optional() }),
  z.object({ kind: z.literal('delete-data'), sure: z.enum(['all', 'not-cases']).optional() }),
  z.object({ kind: z.literal('language'), language: z.string().regex(/^[a-z-]{2,10}$/i) }),
  z.object({ kind: z.literal('reason'), article, reason: z.enum(['other-question', 'unclear', 'differs', 'failed']) }),
  z.object({ kind: z.literal('helpful'), article }),
  z.object({ kind: z.literal('not-helpful'), article }),
  z.object({ kind: z.literal('resume') }),
  z.object({ kind: z.literal('next') }),
  z.object({ kind: z.literal('previous') }),
  z.object({ kind: z.literal('yes') }),
  z.object({ kind: z.literal('no') }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('edit') }),
  z.object({ kind: z.literal('contact'), name: z.string().max(200), email: z.string().max(300) }),
  z.object({ kind: z.enum(BUTTON_COMMANDS.filter(isBare)) }),
]);

export type Action = z.infer<typeof actionSchema>;

const carried = z.object({ passerelle: z.looseObject({}) });
/** What a card's fields bring comes beside the action of its button; an empty field may not come at all. */
const inputs = z.object({ name: z.string().default(''), email: z.string().default('') });

/** The action that an activity's value carries, whole; nothing when it carries none of ours. */
export function readAction(value: unknown): Action | undefined {
  // Most messages carry nothing: no need to have it found out what is wrong with that.
  const action = value ? carried.safeParse(value).data?.passerelle : undefined;
  if (!action) return undefined;
  const typed = action?.kind === 'contact' ? inputs.safeParse(value).data : undefined;
  return actionSchema.safeParse({ ...typed, ...action }).data;
}
