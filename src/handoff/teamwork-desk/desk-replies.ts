import { z } from 'zod';
import type { CaseAnswer } from '../case.js';
import type { Remote } from '../destination.js';
import { plainOfHtml } from '../plain-of-html.js';
import type { DeskCall } from './desk-call.js';

/** What an agent wrote in a ticket, as an answer to the case. */
export type DeskReply = CaseAnswer & { readonly id: string };

const ticket = z.object({
  included: z
    .object({
      messages: z
        .array(
          z.object({
            id: z.int(),
            threadType: z.union([z.string(), z.number()]).nullish(),
            textBody: z.string().nullish(),
            htmlBody: z.string().nullish(),
            createdAt: z.string().nullish(),
            createdBy: z.object({ id: z.int(), type: z.string().nullish() }).nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

/** A third party saw numbers (docs/teamwork-desk-api.md): 1 is a message to the customer. */
const TO_THE_CUSTOMER: readonly unknown[] = ['message', 1];

/**
 * What the agents have written to the customer in a ticket, oldest first: no notes, nothing of the customer's, not the
 * message that the ticket was made with.
 */
export async function readDeskReplies(
  call: DeskCall,
  remote: Remote,
  now: Date,
  signal: AbortSignal,
): Promise<readonly DeskReply[] | { readonly why: string }> {
  const answer = await call('GET', `tickets/${remote.ticket}.json?includes=messages`, signal);
  if (answer.kind === 'failed') return { why: answer.why };
  const read = ticket.safeParse(answer.json);
  if (!read.success) return { why: 'an answer that is no ticket' };
  const messages = (read.data.included?.messages ?? []).filter(
    ({ id, threadType, createdBy }) =>
      id !== remote.first && TO_THE_CUSTOMER.includes(threadType) && createdBy?.type === 'users',
  );
  return messages
    .sort((a, b) => a.id - b.id)
    .flatMap(({ id, textBody, htmlBody, createdAt }) => {
      const text = (textBody?.trim() || plainOfHtml(htmlBody ?? '')).trim();
      const at = createdAt && !Number.isNaN(Date.parse(createdAt)) ? createdAt : now.toISOString();
      return text === '' ? [] : [{ id: `desk-${id}`, at, text, via: 'teamwork-desk' as const }];
    });
}
