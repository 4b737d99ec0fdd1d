import type { Mailbox } from '../../handoff/email/imap-mailbox.js';
import { readMailReply } from '../../handoff/email/mail-reply.js';
import type { MailReplySettings } from '../../handoff/handoff-settings.js';
import type { Log } from '../log.js';
import type { TakeAnswer } from './take-answer.js';

/** How long one look into the mailbox may take, in milliseconds. */
const LONGEST_MS = 60_000;

interface PollMailboxDeps {
  readonly settings: MailReplySettings;
  readonly mailbox: Pick<Mailbox, 'read'>;
  readonly take: TakeAnswer;
  readonly log: Log;
}

/** Looks into the mailbox for what the team has answered by mail; several processes may: an answer is taken once. */
export function pollMailbox({ settings, mailbox, take, log }: PollMailboxDeps): () => Promise<void> {
  return async () => {
    const came = await mailbox.read(async (mail) => {
      const reply = readMailReply(settings, mail);
      if (reply.kind === 'refused') return log.warn({ event: 'mail refused', why: reply.why });
      const { reference, text, id } = reply;
      await take(reference, { text, via: 'email', id });
    }, AbortSignal.timeout(LONGEST_MS));
    if (came.kind === 'failed') log.warn({ event: 'mailbox not read', why: came.why });
  };
}
