import type { FetchMessageObject, ImapFlow, ImapFlowOptions, MessageEnvelopeObject } from 'imapflow';
import { codeOf } from '../code-of.js';
import type { ImapSettings, MailReplySettings } from '../handoff-settings.js';
import { plainOfHtml } from '../plain-of-html.js';
import { caseAmong, type ReadMail } from './mail-reply.js';

/** How long each part of talking to the server may take, in milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Of a mail, in bytes: what was written stands before what is attached, which goes nowhere. */
const MOST_OF_A_MAIL = 256 * 1024;
/** Mails that are looked at at once, the newest. */
const MOST_MAILS = 1000;
/** Mail that has lain unread for longer is nobody's answer any more, in milliseconds. */
const OLDEST = 14 * 24 * 60 * 60 * 1000;

export type MailboxRead = { readonly kind: 'read' } | { readonly kind: 'failed'; readonly why: string };

/** A mailbox that answers by mail come to lie in. */
export interface Mailbox {
  /**
   * Reads the unread mails that are addressed to one of our cases, oldest first; each is marked as read once it was
   * taken. All others stay as they are: somebody may read that mailbox, too.
   * @param take one that throws leaves the mail unread
   * @throws what `take` throws
   */
  read(take: (mail: ReadMail) => Promise<void>, signal: AbortSignal): Promise<MailboxRead>;
  /** Whether it could be read; nothing in it is changed. */
  probe(signal: AbortSignal): Promise<MailboxRead>;
}

/** A mailbox that is read by IMAP, in a connection of its own each time. */
export function imapMailbox(
  { imap, secret }: Pick<MailReplySettings, 'secret'> & { readonly imap: ImapSettings },
  now: () => Date,
): Mailbox {
  const { host, port, security, user, password, folder } = imap;
  const options: ImapFlowOptions = {
    ...{ host, port, ...PATIENCE, auth: { user, pass: password }, logger: false, disableAutoIdle: true },
    ...{ secure: security === 'tls', ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }) },
  };

  /** What is done in a connection of its own, and why it came to nothing. */
  async function inside(signal: AbortSignal, work: (client: ImapFlow) => Promise<void>): Promise<MailboxRead> {
    const { ImapFlow } = await import('imapflow');
    const client = new ImapFlow(options);
    // Whoever waits for an answer is told as well.
    client.on('error', () => {});
    const stop = () => client.close();
    signal.addEventListener('abort', stop, { once: true });
    // It may have been meanwhile.
    if (signal.aborted) stop();
    try {
      await client.connect();
      await client.mailboxOpen(folder);
      await work(client);
      await client.logout();
      return { kind: 'read' };
    } catch (error) {
      if (error instanceof NotTaken) throw error.cause;
      return { kind: 'failed', why: signal.aborted ? 'no answer in time' : whyOf(error) };
    } finally {
      signal.removeEventListener('abort', stop);
      client.close();
    }
  }

  return {
    probe: (signal) => inside(signal, async () => {}),
    read: (take, signal) =>
      inside(signal, async (client) => {
        const since = new Date(now().getTime() - OLDEST);
        const unread = (await client.search({ seen: false, since }, { uid: true })) || [];
        if (unread.length === 0) return;
        const looked = await client.fetchAll(unread.slice(-MOST_MAILS), { envelope: true }, { uid: true });
        for (const { uid, envelope } of looked) {
          if (caseAmong({ secret }, addressesIn(envelope)) === undefined) continue;
          const query = { source: { maxLength: MOST_OF_A_MAIL }, envelope: true };
          const message = await client.fetchOne(String(uid), query, { uid: true });
          if (!message) continue;
          await take(await mailOf(message)).catch((error: unknown) => {
            throw new NotTaken('not taken', { cause: error });
          });
          await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
        }
      }),
  };
}

/** A fault of whoever takes the mails, not of the mailbox. */
class NotTaken extends Error {}

function addressesIn({ to = [], cc = [] }: Pick<MessageEnvelopeObject, 'to' | 'cc'> = {}): readonly string[] {
  return [...to, ...cc].flatMap(({ address }) => address ?? []);
}

async function mailOf({ source, envelope, id, uid }: FetchMessageObject): Promise<ReadMail> {
  const { default: PostalMime } = await import('postal-mime');
  const { from, messageId, text, html, headers } = await PostalMime.parse(source ?? '');
  const header = (name: string) => headers.find(({ key }) => key === name)?.value;
  // Before RFC 3834, and beside it.
  const isAutomatic = header('x-autoreply') ?? /auto_reply|bulk|junk/i.exec(header('precedence') ?? '')?.[0];
  return {
    ...{
      from: from?.address ?? '',
      to: addressesIn(envelope).slice(0, 100),
      messageId: messageId ?? id ?? `imap-${uid}`,
    },
    text: text?.trim() ? text : plainOfHtml(html ?? ''),
    autoSubmitted: header('auto-submitted') ?? (isAutomatic === undefined ? 'no' : 'auto-replied'),
  };
}

function whyOf(error: unknown): string {
  const isRefused = typeof error === 'object' && error !== null && Reflect.get(error, 'authenticationFailed') === true;
  return isRefused ? 'sign-in refused' : codeOf(error);
}
