import { z } from 'zod';

const line = z.looseObject({ at: z.string(), from: z.enum(['customer', 'assistant', 'note']), text: z.string() });
const look = z.looseObject({
  kind: z.enum(['ok', 'problem', 'unknown']),
  at: z.string(),
  problems: z.array(z.string()),
});
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
    title: z.string().optional(),
    question: z.string().optional(),
    steps: z.looseObject({ title: z.string(), done: z.number(), total: z.number() }).optional(),
    findings: z.array(z.looseObject({ check: z.string(), before: look.optional(), now: look })).optional(),
    answers: z
      .array(z.looseObject({ at: z.string(), text: z.string(), id: z.string().optional(), by: z.string().optional() }))
      .optional(),
    claimed: z.looseObject({ at: z.string(), by: z.string() }).optional(),
    closedAt: z.string().optional(),
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
  findings: z.record(z.string(), z.string()),
  carry_codes: z.looseObject({}),
  conversation_references: z.looseObject({}),
  outbox: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('reminder') }),
    z.looseObject({ kind: z.literal('answer'), reference: z.string(), text: z.string() }),
  ]),
  handoffs: z.looseObject({
    reference: z.string(),
    remote: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
};
