import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { MailReplySettings } from '../handoff-settings.js';

/** What a mail service posts of a mail: beside each other, or under `data`. */
const mail = z.object({
  from: z.string().max(1000),
  to: z.union([z.string(), z.array(z.string()).max(100)]),
  text: z.string(),
  messageId: z.string().max(500).optional(),
  /** The mail's header of that name (RFC 3834). */
  autoSubmitted: z.string().max(500).optional(),
});

/** A mail as it is read: what {@link readMailReply} takes. */
export type ReadMail = z.infer<typeof mail>;

export type MailReply =
  | { readonly kind: 'reply'; readonly reference: string; readonly text: string; readonly id: string | undefined }
  | { readonly kind: 'refused'; readonly why: 'no mail' | 'sender' | 'automatic' | 'no case' | 'no words' };

/** How many signs of the signature stand in an address: 2⁴⁸ tries. */
const SIGNS = 12;

/** `in+P-7F3K-2QMA-0123456789ab@bot.example`: only whoever got a mail about the case knows it. */
export function replyAddress({ address, secret }: MailReplySettings, reference: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${reference}-${signOf(secret, reference)}${address.slice(at)}`;
}

/** Reads what somebody of the team has replied to a mail about a case. The sender's address alone proves nothing: it is easily forged. */
export function readMailReply(settings: MailReplySettings, posted: unknown): MailReply {
  const inside = z.object({ data: z.unknown() }).safeParse(posted);
  const read = mail.safeParse(inside.data?.data ?? posted);
  if (!read.success) return { kind: 'refused', why: 'no mail' };
  const { from, to, text, messageId, autoSubmitted = 'no' } = read.data;
  if (!maySend(addressIn(from), settings.from)) return { kind: 'refused', why: 'sender' };
  // Somebody's out-of-office is no answer to a customer.
  if (!/^\s*no\b/i.test(autoSubmitted)) return { kind: 'refused', why: 'automatic' };
  const reference = caseAmong(settings, [to].flat());
  if (reference === undefined) return { kind: 'refused', why: 'no case' };
  const words = withoutQuote(text);
  return words === ''
    ? { kind: 'refused', why: 'no words' }
    : { kind: 'reply', reference, text: words, id: messageId === undefined ? undefined : `mail-${messageId}` };
}

/** The case of the first address that only mails about it name; nothing when there is none. */
export function caseAmong(
  settings: Pick<MailReplySettings, 'secret'>,
  addresses: readonly string[],
): string | undefined {
  return addresses.map((address) => caseOf(settings, address)).find((found) => found !== undefined);
}

function signOf(secret: string, reference: string): string {
  return createHmac('sha256', secret).update(`reply to ${reference}`).digest('hex').slice(0, SIGNS);
}

function addressIn(text: string): string {
  return (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();
}

function maySend(sender: string, allowed: readonly string[]): boolean {
  return allowed.some((one) => {
    const wanted = one.toLowerCase();
    return wanted.startsWith('@') ? sender.endsWith(wanted) : sender === wanted;
  });
}

function caseOf({ secret }: Pick<MailReplySettings, 'secret'>, address: string): string | undefined {
  const [, reference = '', sign = ''] = /\+(p-[0-9a-z]{4}-[0-9a-z]{4})-([0-9a-f]{12})@/.exec(addressIn(address)) ?? [];
  const known = reference.toUpperCase();
  return sign !== '' && timingSafeEqual(Buffer.from(sign), Buffer.from(signOf(secret, known))) ? known : undefined;
}

/** Where what was replied to begins, as mail programs write it in our languages. */
const QUOTE =
  /^(?:>|-{2,} ?(?:original|message d'origine|urspr|mensaje original)|_{10,}$|(?:on|le|am|el) .{5,200}(?:wrote|a écrit|schrieb[^:]{0,80}|escribió)\s?:$|(?:from|de|von) ?: .*@)/i;

function withoutQuote(text: string): string {
  const lines = text.split(/\r?\n/);
  const quote = lines.findIndex((line) => QUOTE.test(line.trim().slice(0, 400)));
  return (quote < 0 ? lines : lines.slice(0, quote)).join('\n').trim();
}
