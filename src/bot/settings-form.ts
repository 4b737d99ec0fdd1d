import { z } from 'zod';
import { isTimeZone } from '../dialogs/reminders/morning.js';
import { isLoopback } from '../http/is-loopback.js';

/** The one other cloud of Bot Framework that the SDK knows: GCC High and DoD. */
const GOVERNMENT = 'https://botframework.azure.us';

const APP_TYPES = ['SingleTenant', 'UserAssignedMsi', 'MultiTenant'] as const;

function whole(what: string, least: number, most: number) {
  const error = `${what} from ${least} to ${most} expected`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

/** Links in it are opened by customers, and keys of practice accounts go there: no plain http across a network. */
function isPublicUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  const isPlain = username + password + search + hash === '';
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

function isPostgresUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname } = new URL(address);
  return /^postgres(?:ql)?:$/.test(protocol) && hostname !== '' && pathname.length > 1;
}

function isHttpUrl(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** `https://shop.example`, without a path; a browser sends exactly this. */
function isOrigin(address: string): boolean {
  return isHttpUrl(address) && new URL(address).origin === address;
}

const optional = z.string().trim().min(1).optional();
const collector = z
  .string()
  .trim()
  .refine(isHttpUrl, {
    error: 'the address of a collector expected: http://collector.example:4318',
  })
  .optional();
/** The settings by the names of their variables, each with what is expected of it; `.env.example` says what they are for. */
export const settingsForm = z.object({
  NODE_ENV: optional,
  PORT: whole('a port number', 0, 65535).default(3978),
  HOST: z
    .string()
    .trim()
    .regex(/^[\w.:-]{1,255}$/, 'an address or a host name expected, e.g. 127.0.0.1')
    .optional(),
  KEEP_ALIVE_SECONDS: whole('a number of seconds', 1, 3600).default(65),
  DATABASE_URL: z
    .string()
    .trim()
    .refine(isPostgresUrl, { error: 'the address of a database expected: postgres://user:password@host/database' })
    .optional(),
  DATABASE_CONNECTIONS: whole('a number of connections', 2, 500).default(10),
  DATA_DIR: z.string().trim().min(1).default('./data'),
  KNOWLEDGE_DIR: optional,
  KNOWLEDGE_POLL_SECONDS: whole('a number of seconds', 1, 3600).optional(),
  TRAIN_COMMAND: optional,
  PROBE: z.enum(['on', 'off'], { error: 'on or off expected' }).optional(),
  HANDOFF_FILE: optional,
  TEAM_NAME: z.string().trim().max(60, 'at most 60 characters').optional(),
  TEAM_EMAIL: z.email({ error: 'an e-mail address expected' }).optional(),
  RETENTION_DAYS: whole('a number of days', 1, 3650).default(30),
  KEY_MINUTES: z.coerce.number({ error: 'a number of minutes expected' }).int().min(1).max(480).default(30),
  KEY_SECRET: z
    .string()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((secret) => secret.length === 32, '32 bytes in base64 expected: openssl rand -base64 32')
    .optional(),
  FALSE_ANSWER_BUDGET: z.coerce
    .number({ error: 'a share expected, such as 0.04' })
    .min(0, 'a share from 0 to 0.5 expected')
    .max(0.5, 'a share from 0 to 0.5 expected')
    .default(0.04),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  PRACTICE: z.enum(['on', 'off'], { error: 'on or off expected' }).optional(),
  PUBLIC_URL: z
    .string()
    .trim()
    .refine(isPublicUrl, { error: 'an https address expected (http for localhost only)' })
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  WEB_ORIGINS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).flatMap((one) => (one ? [one.replace(/\/$/, '')] : [])))
    .refine((list) => list.every(isOrigin), {
      error: 'origins expected, e.g. https://shop.example, with commas between',
    })
    .default([]),
  WEB_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{20,200}$/, '20 to 200 letters, digits and signs expected')
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{20,200}$/, '20 to 200 letters, digits and signs expected')
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector,
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .literal('http/json', { error: 'http/json expected: it is what is spoken here, and collectors take it' })
    .optional(),
  OTEL_SDK_DISABLED: z.enum(['true', 'false'], { error: 'true or false expected' }).optional(),
  WEBCHAT_FILE: optional,
  OPERATORS_TOKEN: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{32,200}$/, '32 to 200 letters, digits and signs expected: openssl rand -base64 32')
    .optional(),
  OIDC_ISSUER: z
    .string()
    .trim()
    .refine(isPublicUrl, { error: 'the https address of the provider expected, without ?' })
    .optional(),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  OIDC_ROLES_CLAIM: z.string().trim().min(1).default('roles'),
  TRUSTED_PROXIES: whole('a number of proxies', 0, 9).default(0),
  TIME_ZONE: z
    .string()
    .trim()
    .refine(isTimeZone, { error: 'the name of a time zone expected, e.g. Europe/Paris' })
    .default('Europe/Paris'),
  DEFAULT_LANGUAGE: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(?:-[a-z\d]{2,8})?$/i, 'the tag of a language expected, e.g. en')
    .transform((tag) => tag.toLowerCase())
    .optional(),
  TEAMS_TARGETED: z.enum(['on', 'off'], { error: 'on or off expected' }).optional(),
  MicrosoftAppId: optional,
  MicrosoftAppPassword: optional,
  MicrosoftAppTenantId: optional,
  MicrosoftAppType: z
    .string()
    .transform((type) => APP_TYPES.find((known) => known.toLowerCase() === type.toLowerCase()) ?? type)
    .pipe(z.enum(APP_TYPES, { error: `one of ${APP_TYPES.join(', ')} expected` }))
    .default('SingleTenant'),
  CertificateThumbprint: z
    .string()
    .trim()
    .transform((thumbprint) => thumbprint.replace(/[:\s]/g, ''))
    .refine((thumbprint) => /^(?:[\da-f]{40}|[\da-f]{64})$/i.test(thumbprint), '40 or 64 hexadecimal digits expected')
    .optional(),
  CertificateKeyFile: optional,
  FederatedClientId: optional,
  ChannelService: z
    .literal(GOVERNMENT, { error: `${GOVERNMENT} expected (the US government's clouds), or nothing` })
    .optional(),
  HTTPS_PROXY: z
    .string()
    .trim()
    .refine(isHttpUrl, {
      error: 'an address expected, e.g. http://proxy.example:3128',
    })
    .optional(),
  NO_PROXY: optional,
});
