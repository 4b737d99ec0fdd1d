import { z } from 'zod';
import type { Case } from '../case.js';
import type { Destination, Parcel, Remote, Sent } from '../destination.js';
import type { DeskSettings } from '../handoff-settings.js';
import { type Letter, type LetterWords, letterOf } from '../letter.js';
import { letterHtml } from '../letter-text.js';
import type { DeskAnswer, DeskCall } from './desk-call.js';

type Failed = Extract<DeskAnswer, { kind: 'failed' }>;

const created = z.object({ ticket: z.object({ id: z.int(), messages: z.array(z.object({ id: z.int() })).nullish() }) });
const found = z.object({ tickets: z.array(z.object({ id: z.int(), subject: z.string().nullish() })) });

/** The same on every site (docs/teamwork-desk-api.md). */
const CLOSED = 6;

/**
 * Makes a ticket of a case: the customer, what is known, tags, nobody notified; what was said goes into an internal note. A
 * try that may have made the ticket before it broke looks for it by its reference first.
 */
export function deskDestination(
  { id, inbox, tags }: Pick<DeskSettings, 'id' | 'inbox' | 'tags'>,
  call: DeskCall,
  say: LetterWords,
  close: () => void,
): Destination {
  /** The ticket of a case, known or made. */
  async function ticketFor(parcel: Parcel, letter: Letter, signal: AbortSignal): Promise<Remote | Failed> {
    const { remote, triesBefore, handedOver } = parcel;
    if (remote.ticket !== undefined) return remote;
    if (triesBefore > 0) {
      const known = await search(letter.subject, handedOver.reference, signal);
      if (typeof known !== 'number') return known ?? (await create(handedOver, letter, signal));
      return { ticket: known };
    }
    return create(handedOver, letter, signal);
  }

  async function search(subject: string, reference: string, signal: AbortSignal): Promise<number | Failed | undefined> {
    const answer = await call('GET', `search/tickets.json?${new URLSearchParams({ search: reference })}`, signal);
    if (answer.kind === 'failed') return answer;
    const read = found.safeParse(answer.json);
    return read.data?.tickets.find(
      (ticket) => ticket.subject?.startsWith(`[${reference}]`) || ticket.subject === subject,
    )?.id;
  }

  async function create(
    { email }: Case,
    letter: Letter,
    signal: AbortSignal,
    more: object = {},
  ): Promise<Remote | Failed> {
    const [facts] = letter.sections.filter(({ title }) => title === undefined);
    const answer = await call('POST', 'tickets.json', signal, {
      subject: letter.subject,
      message: letterHtml({ sections: facts ? [facts] : [] }),
      ...{ editMethod: 'html', inbox: { id: inbox }, customer: { email }, tags: tags.map((tag) => ({ id: tag })) },
      // Sent by name: what happens when it is left out is not documented.
      notifyCustomer: false,
      ...more,
    });
    if (answer.kind === 'failed') return answer;
    const read = created.safeParse(answer.json);
    if (!read.success) return { kind: 'failed', status: 200, why: 'an answer that names no ticket' };
    const first = read.data.ticket.messages?.[0]?.id;
    return { ticket: read.data.ticket.id, ...(first === undefined ? {} : { first }) };
  }

  const note = (ticket: Remote[string] | undefined, letter: Pick<Letter, 'sections'>, signal: AbortSignal) =>
    call('POST', `tickets/${ticket}/messages.json`, signal, {
      ...{ message: letterHtml(letter), threadType: 'note', editMethod: 'html' },
    });

  return {
    id,
    kind: 'teamwork-desk',
    async deliver(parcel, signal): Promise<Sent> {
      const { event, handedOver, isTest = false } = parcel;
      const letter = letterOf(handedOver, event, isTest, say);
      const remote = await ticketFor(parcel, letterOf(handedOver, 'opened', isTest, say), signal);
      if (isFailed(remote)) return sentOf(remote);
      // Who answered in Desk itself need not be told there.
      if (event === 'answered' && handedOver.answers?.at(-1)?.via === 'teamwork-desk') return { kind: 'accepted' };
      const noted = await note(remote.ticket, letter, signal);
      return noted.kind === 'failed' ? { ...sentOf(noted), remote } : { kind: 'accepted', remote };
    },

    /** One closed ticket for all probes, whose subject tells when the last one came. */
    async probe(synthetic, remote, signal): Promise<Sent> {
      const letter = letterOf(synthetic, 'opened', true, say);
      const subject = `[${synthetic.reference}] ${synthetic.at}`;
      if (remote.ticket !== undefined) {
        const changed = await call('PATCH', `tickets/${remote.ticket}.json`, signal, { ticket: { subject } });
        if (changed.kind === 'answer') return { kind: 'accepted', remote };
        // Somebody has deleted it: the next one is made.
        if (changed.status !== 404) return sentOf(changed);
      }
      const made = await create(synthetic, { ...letter, subject }, signal, { status: { id: CLOSED } });
      return isFailed(made) ? sentOf(made) : { kind: 'accepted', remote: made };
    },
    close,
  };
}

const isFailed = (value: Remote | Failed): value is Failed => value.kind === 'failed';

function sentOf({ why, retryAfterSeconds }: Failed): Extract<Sent, { kind: 'failed' }> {
  return { kind: 'failed', why, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}
