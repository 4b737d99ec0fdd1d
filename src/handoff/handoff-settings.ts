import { z } from 'zod';
import { readSiteAddress } from '../checks/teamwork-desk/read-site-address.js';
import type { BusinessHours } from './business-hours.js';
import type { Coverage } from './choose-destinations.js';
import { readWeek } from './read-week.js';
import { RETRY, type RetrySettings } from './retry-pause.js';
import { isPublicHost } from './webhook/public-addresses.js';

/** How the practice account is called in these settings; where it listens is the server's business. */
const PRACTICE_SITE = 'practice';

interface Named extends Coverage {
  readonly id: string;
}

/** A mailbox that cases are sent to by SMTP. */
export interface EmailSettings extends Named {
  readonly kind: 'email';
  readonly from: string;
  readonly to: readonly string[];
  readonly host: string;
  readonly port: number;
  /** `starttls`: the connection begins in the clear and is refused when it stays so. */
  readonly security: 'starttls' | 'tls' | 'none';
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Where synthetic cases go; without it a probe goes as far as signing in. */
  readonly probeTo?: string | undefined;
}

/** A program of the team's that cases are posted to, signed. */
export interface WebhookSettings extends Named {
  readonly kind: 'webhook';
  readonly url: string;
  /** `whsec_` and base64, or any words of 24 signs or more. */
  readonly secret: string;
  readonly allowPrivate: boolean;
}

/** An inbox of Teamwork Desk in which cases become tickets. */
export interface DeskSettings extends Named {
  readonly kind: 'teamwork-desk';
  /** As people write it: `acme`, `acme.eu.teamwork.com`; `practice` for the practice account. */
  readonly site: string;
  readonly key: string;
  readonly inbox: number;
  readonly tags: readonly number[];
}

/** A channel of Teams in which cases are cards. */
export interface TeamsSettings extends Named {
  readonly kind: 'teams';
  /** Of the channel: `19:…@thread.tacv2`. */
  readonly conversation: string;
  readonly serviceUrl: string;
}

export type DestinationSettings = EmailSettings | WebhookSettings | DeskSettings | TeamsSettings;

/** How cases reach the team and how its answers come back; what the file HANDOFF_FILE says. */
export interface HandoffSettings {
  readonly destinations: readonly DestinationSettings[];
  /** In which language the team is written to. */
  readonly language: string;
  readonly hours?: BusinessHours | undefined;
  readonly retry: RetrySettings;
  /** How often a synthetic case probes each destination, in minutes. */
  readonly probeMinutes: number;
  /** How often tickets are looked through for answers, in seconds. */
  readonly pollSeconds: number;
  /** Destinations (e-mail, webhook) that get the figures of each week. */
  readonly weekly: readonly string[];
  /** Answers by mail: posted to `/handoff/mail`, or read from a mailbox. */
  readonly mailReplies?: MailReplySettings | undefined;
}

/** How answers by mail come back: a mail service posts them to this server, or a mailbox is read. */
export interface MailReplySettings {
  /** The address that mail is taken in for; a sign of each case is put in after a plus. */
  readonly address: string;
  readonly secret: string;
  /** Who may answer: addresses, or domains with an at sign before them. */
  readonly from: readonly string[];
  /** The mailbox in which that mail comes to lie; without it a mail service posts it. */
  readonly imap?: ImapSettings | undefined;
}

/** A mailbox that is read by IMAP. */
export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  /** `starttls`: the connection begins in the clear and is refused when it stays so. */
  readonly security: 'starttls' | 'tls' | 'none';
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

/** No destination: cases are kept, and nobody is told. */
export const NOBODY_TOLD: HandoffSettings = {
  destinations: [],
  language: 'en',
  retry: RETRY,
  probeMinutes: 15,
  pollSeconds: 60,
  weekly: [],
};

const words = z.string().trim().min(1);
const address = z
  .string()
  .trim()
  .pipe(z.email({ error: 'an e-mail address expected' }));
const secret = z
  .string()
  .regex(/^(?:whsec_[A-Za-z0-9+/=]{32,}|[\x21-\x7e]{24,200})$/, 'whsec_… or 24 signs or more expected');
const list = <T extends z.ZodType>(item: T) => z.union([z.array(item).min(1), item.transform((one) => [one])]);
const coverage = {
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens expected'),
  languages: list(z.string().regex(/^[a-z]{2,3}(?:-[a-z]+)?$/i, 'a language expected, e.g. fr')).optional(),
  topics: list(z.string().regex(/^[\w-]{1,100}$/, 'ids of articles expected')).optional(),
};

const destination = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...coverage,
      kind: z.literal('email'),
      from: words.refine((text) => z.email().safeParse(/<([^<>]+)>$/.exec(text)?.[1] ?? text).success, {
        error: 'an e-mail address expected, e.g. Assistant <bot@acme.example>',
      }),
      to: list(address),
      host: words,
      port: z.int().min(1).max(65535).default(587),
      security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
      user: words.optional(),
      password: words.optional(),
      probeTo: address.optional(),
    })
    .refine(({ user, password }) => (user === undefined) === (password === undefined), {
      error: 'user and password belong together',
    }),
  z
    .strictObject({
      ...coverage,
      kind: z.literal('webhook'),
      url: z.url({ protocol: /^https?$/, error: 'an http address expected' }),
      secret,
      allowPrivate: z.boolean().default(false),
    })
    .refine(({ url, allowPrivate }) => allowPrivate || url.startsWith('https:'), {
      error: 'https expected; http only with allowPrivate: true',
      path: ['url'],
    })
    .refine(({ url, allowPrivate }) => allowPrivate || !URL.canParse(url) || isPublicHost(new URL(url).hostname), {
      error: 'leads to a private address; allowPrivate: true lets it',
      path: ['url'],
    }),
  z.strictObject({
    ...coverage,
    kind: z.literal('teamwork-desk'),
    site: words.refine((site) => readSiteAddress(site, PRACTICE_SITE).kind === 'site', {
      error: 'the address of a Teamwork site expected, e.g. acme.teamwork.com',
    }),
    key: words,
    inbox: z.int().positive(),
    tags: z.array(z.int().positive()).default([]),
  }),
  z.strictObject({
    ...coverage,
    kind: z.literal('teams'),
    conversation: z
      .string()
      .regex(/^19:[\w-]+@thread\.(?:tacv2|skype|v2)$/, 'the id of a channel expected: 19:…@thread.tacv2'),
    serviceUrl: z
      .url({ error: 'the service address of your region expected, e.g. https://smba.trafficmanager.net/emea/' })
      .refine((url) => /^https:\/\/|^http:\/\/(?:localhost|127\.0\.0\.1)[:/]/.test(url), { error: 'https expected' }),
  }),
]);

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const hours = z
  .strictObject({
    timeZone: words.refine(isTimeZone, { error: 'the name of a time zone expected, e.g. Europe/Paris' }),
    week: z.partialRecord(z.enum(DAYS), z.string()),
    holidays: z.array(z.string().regex(/^(?:\d{4}-)?\d{2}-\d{2}$/, 'YYYY-MM-DD, or MM-DD for every year')).default([]),
    answerWithinHours: z.number().positive().max(1000),
  })
  .transform(({ timeZone, week, holidays, answerWithinHours }, context): BusinessHours => {
    const read = readWeek(DAYS.map((day) => week[day]));
    if (read.kind === 'invalid')
      context.addIssue({ code: 'custom', message: read.why, path: ['week', DAYS[read.day] ?? ''] });
    const times = read.kind === 'read' ? read.week : [];
    return { timeZone, week: times, holidays, answerWithinMinutes: answerWithinHours * 60 };
  });

const schema = z.strictObject({
  destinations: z.array(destination).min(1),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .default('en'),
  hours: hours.optional(),
  retry: z
    .strictObject({
      firstSeconds: z.number().min(0.1).max(3600).default(RETRY.firstSeconds),
      longestMinutes: z.number().min(0.01).max(1440).default(RETRY.longestMinutes),
      giveUpDays: z.number().positive().max(30).default(RETRY.giveUpDays),
    })
    .default(RETRY),
  probeMinutes: z.number().min(1).max(1440).default(NOBODY_TOLD.probeMinutes),
  pollSeconds: z.number().min(10).max(3600).default(NOBODY_TOLD.pollSeconds),
  weekly: list(words).default([]),
  mailReplies: z
    .strictObject({
      address,
      secret,
      from: list(z.string().regex(/^[^\s@]*@[^\s@]+$/, 'addresses, or domains as @acme.example, expected')),
      imap: z
        .strictObject({
          host: words,
          port: z.int().min(1).max(65535).default(993),
          security: z.enum(['starttls', 'tls', 'none']).default('tls'),
          user: words,
          password: words,
          folder: words.default('INBOX'),
        })
        .optional(),
    })
    .optional(),
});

export type ReadSettings =
  | { readonly kind: 'read'; readonly settings: HandoffSettings }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/**
 * Checks what a file of settings says. A value `$NAME` stands for the setting of that name, so that no secret need stand in
 * the file.
 * @param given the file, parsed
 */
export function readHandoffSettings(given: unknown, env: Readonly<Record<string, string | undefined>>): ReadSettings {
  const missing: string[] = [];
  const whole = fillIn(given, env, missing);
  const read = schema.safeParse(whole);
  const wrong = read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const ids = (read.data?.destinations ?? []).map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `destinations: two are called ${id}`);
  const told = (read.data?.destinations ?? []).filter(({ kind }) => kind === 'email' || kind === 'webhook');
  const untold = (read.data?.weekly ?? [])
    .filter((wanted) => !told.some(({ id }) => id === wanted))
    .map((wanted) => `weekly: ${wanted} is no e-mail or webhook destination`);
  const problems = [...missing.map((name) => `$${name} is not set`), ...wrong, ...twice, ...untold];
  return read.success && problems.length === 0 ? { kind: 'read', settings: read.data } : { kind: 'invalid', problems };
}

function fillIn(value: unknown, env: Readonly<Record<string, string | undefined>>, missing: string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => fillIn(each, env, missing));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillIn(each, env, missing)]));
  const name = typeof value === 'string' ? /^\$([A-Za-z_]\w*)$/.exec(value)?.[1] : undefined;
  if (name === undefined) return value;
  if (!env[name]?.trim()) missing.push(name);
  return env[name]?.trim() ?? '';
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
