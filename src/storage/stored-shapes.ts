import { z } from 'zod';

const line = z.looseObject({ at: z.string(), from: z.enum(['customer', 'assistant', 'note']), text: z.string() });
const row = z.looseObject({ state: z.enum(['ok', 'problem', 'unknown']), title: z.string(), text: z.string() });

/** What is relied on in the rows that hold JSON, by table. Whole in `cases`: people work with them. */
export const SHAPES = {
  state: z.record(z.string(), z.unknown()),
  cases: z.looseObject({
    reference: z.string(),
    at: z.string(),
    language: z.string(),
    name: z.string(),
    email: z.string(),
    topic: z.string().optional(),
    conversation: z.string(),
    transcript: z.array(line),
    answers: z.array(z.looseObject({ at: z.string(), text: z.string() })).optional(),
  }),
  web_activities: z.looseObject({
    type: z.string().optional(),
    text: z.string().optional(),
    from: z.looseObject({ role: z.string().optional() }).optional(),
  }),
  reports: z.looseObject({
    title: z.string(),
    intro: z.string(),
    language: z.string(),
    rows: z.array(row),
    footer: z.string(),
    at: z.string(),
    timeZone: z.string().optional(),
  }),
  carry_codes: z.looseObject({}),
  conversation_references: z.looseObject({}),
  outbox: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('reminder') }),
    z.looseObject({ kind: z.literal('answer'), reference: z.string(), text: z.string() }),
  ]),
};
