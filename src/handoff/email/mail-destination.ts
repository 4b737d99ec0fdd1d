import type { Transporter } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import type { Case } from '../case.js';
import { codeOf } from '../code-of.js';
import type { Destination, Parcel, Sent } from '../destination.js';
import type { EmailSettings } from '../handoff-settings.js';
import { type LetterWords, letterOf } from '../letter.js';
import { letterText } from '../letter-text.js';

/** How long each part of talking to the server may take, in milliseconds; all of it is bounded by the try. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

/** Nobody's out-of-office should answer a machine. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** What letters are written with. */
export interface MailDeps {
  readonly say: LetterWords;
  /** The address at which an answer to this case is taken in, beside the customer's own. */
  readonly replyAddress?: ((reference: string) => string) | undefined;
}

/**
 * Sends cases by e-mail: one thread a case (its first letter has a Message-ID made of the key, the others refer to it), the
 * customer as the address to reply to.
 */
export function mailDestination(settings: EmailSettings, { say, replyAddress }: MailDeps): Destination {
  const { id, from, to, host, port, security, user, password, probeTo } = settings;
  const options: SMTPTransport.Options = {
    ...{ host, port, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true },
    ...{ secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
  };
  const domain = /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? 'localhost';
  const messageId = (key: string) => `<${key.toLowerCase()}@${domain}>`;

  async function send(parcel: Parcel, recipients: readonly string[], signal: AbortSignal): Promise<Sent> {
    const { key, event, handedOver, isTest = false } = parcel;
    const { reference, name, email } = handedOver;
    const letter = letterOf(handedOver, event, isTest, say);
    const first = messageId(`${reference}.${id}.opened`);
    const isFirst = event === 'opened';
    return speak(signal, (transport) =>
      transport.sendMail({
        ...{ from, to: [...recipients], subject: isFirst ? letter.subject : `Re: ${letter.subject}` },
        replyTo: [{ name, address: email }, ...(replyAddress ? [replyAddress(reference)] : [])],
        messageId: messageId(key),
        ...(isFirst ? {} : { inReplyTo: first, references: [first] }),
        headers: AUTOMATIC,
        text: letterText(letter),
      }),
    );
  }

  /** In a connection of its own: one that hangs is closed without touching the others. */
  async function speak(signal: AbortSignal, talk: (transport: Transporter) => Promise<unknown>): Promise<Sent> {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(options);
    signal.addEventListener('abort', () => transport.close(), { once: true });
    try {
      await talk(transport);
      return { kind: 'accepted' };
    } catch (error) {
      return { kind: 'failed', why: signal.aborted ? 'no answer in time' : codeOf(error) };
    } finally {
      transport.close();
    }
  }

  return {
    id,
    kind: 'email',
    deliver: (parcel, signal) => send(parcel, to, signal),
    /** As far as signing in, where no address is set aside for it: the team would read a letter every few minutes. */
    probe(synthetic: Case, _remote, signal) {
      if (probeTo === undefined) return speak(signal, (transport) => transport.verify());
      const key = `${synthetic.reference}.${id}.probe`;
      const parcel = { key, event: 'opened', handedOver: synthetic, triesBefore: 0, remote: {}, isTest: true } as const;
      return send(parcel, [probeTo], signal);
    },
    notify: ({ key, subject, text }, signal) =>
      speak(signal, (transport) =>
        transport.sendMail({ ...{ from, to: [...to], subject, text, headers: AUTOMATIC }, messageId: messageId(key) }),
      ),
    close: () => {},
  };
}
