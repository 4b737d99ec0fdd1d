import { join } from 'node:path';
import { z } from 'zod';
import { isTimeZone } from '../dialogs/reminders/morning.js';
import type { HandoffSettings } from '../handoff/handoff-settings.js';
import { isLoopback } from '../http/is-loopback.js';
import type { OpenIdSettings } from '../operate/sign-in/openid.js';
import { readHandoffFile } from './handoff/read-handoff-file.js';
import { OperatorError } from './operator-error.js';

/** Everything that can be set from outside; `.env.example` says what each is for. */
export interface Config {
  readonly port: number;
  /** Where it listens, when that is not for {@link messagesDoor} to say: `0.0.0.0`. */
  readonly host?: string | undefined;
  /** How long a connection stays open between two requests, in seconds. */
  readonly keepAliveSeconds: number;
  readonly production: boolean;
  /** Whoever sends it as a bearer token may read `/metrics`; without it nobody may. */
  readonly metricsToken?: string | undefined;
  /** Where the embedded state file lives; `:memory:` keeps nothing. */
  readonly dataFolder: string;
  /** Of a PostgreSQL server that several processes share; without it everything is in the embedded file. */
  readonly databaseUrl?: string | undefined;
  /** Connections of this process to it at most. */
  readonly databaseConnections: number;
  readonly knowledgeFolder: string;
  /** How the team signs in to its page, with a token or by OpenID Connect; without either there is no such page. */
  readonly operators?:
    | { readonly token?: string | undefined; readonly openId?: OpenIdSettings | undefined }
    | undefined;
  /** A program that is given what operators teach as a patch; without it the knowledge folder is written. */
  readonly trainCommand?: string | undefined;
  /** Whether the server looks once a day where links and sources of the articles lead. */
  readonly probes: boolean;
  /** How cases reach the team; without it they are kept, and nobody is told. */
  readonly handoff?: HandoffSettings | undefined;
  readonly team: { readonly name?: string | undefined; readonly email?: string | undefined };
  /** Days after which conversations, transcripts and questions are deleted. */
  readonly retentionDays: number;
  /** How long a customer's API key is kept after it was entered, in minutes. */
  readonly keyMinutes: number;
  /** 32 bytes that encrypt keys in the database; without it they are kept in memory only. */
  readonly keySecret?: Buffer | undefined;
  /** Share (0…1) of out-of-scope questions that may be answered. */
  readonly falseAnswerBudget: number;
  readonly logLevel: string;
  /** Whether the practice account is there, beside the real ones. */
  readonly practice: boolean;
  /** Where customers' browsers find this server, without a slash at the end: links to reports begin with it. */
  readonly publicUrl: string;
  /** Sites on which the widget may stand, besides our own pages: `https://shop.example`. */
  readonly webOrigins: readonly string[];
  /** Lets a server of the team's make tokens for its own customers; nobody can without it. */
  readonly webSecret?: string | undefined;
  /** The bundle of Microsoft's Web Chat, for teams that serve it at `/widget/webchat`. */
  readonly webChatFile?: string | undefined;
  /** Where customers are whose channel does not tell: a reminder comes in their morning. */
  readonly timeZone: string;
  /** The language of whoever tells none that we speak; without it French, else the first that there is. */
  readonly defaultLanguage?: string | undefined;
  /** How many proxies of ours stand before this server: the last of them names the caller's address. */
  readonly proxies: number;
  /** What calls to Microsoft have to go through, and the hosts that are called without it (`a.example,.b.example`). */
  readonly proxy?: { readonly address: string; readonly except: string } | undefined;
  /** What checks files of a deployment may use of the environment: all that begins with CHECKS_. */
  readonly checkSettings?: Readonly<Record<string, string>> | undefined;
  /** Bot Framework's own names, and where the key of a certificate lies; empty in development, where the Emulator needs no sign-in. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** What the bot says and understands whatever it is about: no product of anybody's is in it. */
export const PRODUCT_FOLDER = join(__dirname, '..', '..', 'locales');

/** The deployment that comes along: another team gives a folder of its own instead (KNOWLEDGE_DIR). */
export const SHIPPED_DEPLOYMENT = join(__dirname, '..', '..', 'deployments', 'teamwork-desk');

/** Word vectors that languages share: for a help centre that is not in all languages that the bot speaks. */
export const VECTORS_FOLDER = join(__dirname, '..', '..', 'vectors');

/** A start refused because of its settings; the message lists everything that is wrong. */
export class ConfigError extends OperatorError {}

/** Where the build puts the widget. */
export const WIDGET_FOLDER = join(__dirname, '..', '..', 'dist', 'widget');

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

/** `https://shop.example`, without a path; a browser sends exactly this. */
function isOrigin(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) && new URL(address).origin === address;
}

const optional = z.string().trim().min(1).optional();
const settings = z.object({
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
  KNOWLEDGE_DIR: z.string().trim().min(1).default(SHIPPED_DEPLOYMENT),
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
    .number({ error: 'a share expected, such as 0.03' })
    .min(0, 'a share from 0 to 0.5 expected')
    .max(0.5, 'a share from 0 to 0.5 expected')
    .default(0.03),
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
    .refine((address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol), {
      error: 'an address expected, e.g. http://proxy.example:3128',
    })
    .optional(),
  NO_PROXY: optional,
});

/**
 * Reads the settings. An empty variable counts as not set.
 * @throws ConfigError that lists every setting that is wrong, with its remedy
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { https_proxy: HTTPS_PROXY, no_proxy: NO_PROXY } = env;
  const all = Object.entries({ HTTPS_PROXY, NO_PROXY, ...env });
  const given = Object.fromEntries(all.filter(([, value]) => value?.trim()));
  const read = settings.safeParse(given);
  const wrong = read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join('.')}${shown(String(path[0]), given)}: ${message}`);
  const production = given.NODE_ENV === 'production';
  const handoff = given.HANDOFF_FILE === undefined ? undefined : readHandoffFile(given.HANDOFF_FILE.trim(), env);
  const handoffProblems = handoff?.kind === 'invalid' ? handoff.problems : [];
  const problems = [
    ...wrong,
    ...signInProblems({ ...given, ...read.data }),
    ...sharingProblems(given),
    ...openIdProblems(given),
    ...handoffProblems.map((problem) => `HANDOFF_FILE: ${problem}`),
    ...(handoff?.kind === 'read' ? teamsProblems(handoff.settings, given.MicrosoftAppId) : []),
  ];
  if (!read.success || problems.length > 0) throw refused(problems);
  const s = read.data;
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType, ChannelService } = s;
  const { CertificateThumbprint, CertificateKeyFile, FederatedClientId } = s;
  const credentials: [string, string | undefined][] = MicrosoftAppId
    ? Object.entries({
        ...{ MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType, ChannelService },
        ...{ CertificateThumbprint, CertificateKeyFile, FederatedClientId },
      })
    : [];
  return {
    port: s.PORT,
    host: s.HOST,
    keepAliveSeconds: s.KEEP_ALIVE_SECONDS,
    production,
    metricsToken: s.METRICS_TOKEN,
    dataFolder: s.DATA_DIR,
    databaseUrl: s.DATABASE_URL,
    databaseConnections: s.DATABASE_CONNECTIONS,
    knowledgeFolder: s.KNOWLEDGE_DIR,
    trainCommand: s.TRAIN_COMMAND,
    probes: s.PROBE === undefined ? production : s.PROBE === 'on',
    ...(handoff?.kind === 'read' ? { handoff: handoff.settings } : {}),
    ...operatorsOf(s),
    team: { name: s.TEAM_NAME, email: s.TEAM_EMAIL },
    retentionDays: s.RETENTION_DAYS,
    keyMinutes: s.KEY_MINUTES,
    keySecret: s.KEY_SECRET,
    falseAnswerBudget: s.FALSE_ANSWER_BUDGET,
    logLevel: s.LOG_LEVEL,
    practice: s.PRACTICE === undefined ? !production : s.PRACTICE === 'on',
    publicUrl: s.PUBLIC_URL ?? `http://localhost:${s.PORT}`,
    webOrigins: s.WEB_ORIGINS,
    webSecret: s.WEB_SECRET,
    webChatFile: s.WEBCHAT_FILE,
    timeZone: s.TIME_ZONE,
    defaultLanguage: s.DEFAULT_LANGUAGE,
    proxies: s.TRUSTED_PROXIES,
    proxy: s.HTTPS_PROXY === undefined ? undefined : { address: s.HTTPS_PROXY, except: s.NO_PROXY ?? '' },
    checkSettings: Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) =>
        name.startsWith('CHECKS_') && value ? [[name, value.trim()]] : [],
      ),
    ),
    credentials: Object.fromEntries(
      credentials.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}

/** A channel of Teams is written to by the bot itself, which must be one. */
function teamsProblems({ destinations }: HandoffSettings, appId: string | undefined): readonly string[] {
  return destinations
    .filter(({ kind }) => kind === 'teams' && !appId)
    .map(({ id }) => `HANDOFF_FILE: ${id}: a Teams channel needs the bot's identity: MicrosoftAppId is missing`);
}

interface SignInSettings {
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
  readonly MicrosoftAppType?: string | undefined;
  readonly CertificateThumbprint?: string | undefined;
  readonly CertificateKeyFile?: string | undefined;
  readonly FederatedClientId?: string | undefined;
}

/** Half a sign-in fails at the first message instead of at the start: it is refused here. */
function signInProblems(s: SignInSettings): readonly string[] {
  if (!s.MicrosoftAppId) {
    const set = s.MicrosoftAppPassword ? 'MicrosoftAppPassword' : s.MicrosoftAppTenantId ? 'MicrosoftAppTenantId' : '';
    return set ? [`MicrosoftAppId is missing while ${set} is set`] : [];
  }
  const problems: string[] = [];
  const type = s.MicrosoftAppType ?? 'SingleTenant';
  const managed = type === 'UserAssignedMsi';
  if (type !== 'MultiTenant' && !s.MicrosoftAppTenantId)
    problems.push(`MicrosoftAppTenantId is missing: ${type} needs it`);
  const { CertificateThumbprint, CertificateKeyFile } = s;
  if (Boolean(CertificateThumbprint) !== Boolean(CertificateKeyFile))
    problems.push(
      `${CertificateKeyFile ? 'CertificateThumbprint' : 'CertificateKeyFile'} is missing: a certificate needs both`,
    );
  const proofs = [
    ...(s.MicrosoftAppPassword ? ['MicrosoftAppPassword'] : []),
    ...(CertificateThumbprint || CertificateKeyFile ? ['CertificateThumbprint'] : []),
    ...(s.FederatedClientId ? ['FederatedClientId'] : []),
  ];
  if (managed && proofs.length > 0)
    problems.push(`${proofs[0]} must not be set with UserAssignedMsi: the managed identity needs no other proof`);
  else if (proofs.length > 1) problems.push(`${proofs.join(' and ')} are set: one proof of the identity is enough`);
  else if (!managed && proofs.length === 0)
    problems.push(`MicrosoftAppPassword is missing: ${type} needs it (or a certificate, or FederatedClientId)`);
  return problems;
}

/** Whoever gives a key to one process would be asked for it again by the next. */
function sharingProblems({ DATABASE_URL, KEY_SECRET }: Readonly<Record<string, unknown>>): readonly string[] {
  const isAlone = DATABASE_URL === undefined || KEY_SECRET !== undefined;
  return isAlone ? [] : ['KEY_SECRET is missing: processes on one DATABASE_URL share the keys that customers lend'];
}

const OPENID = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Half a sign-in would be found out by the first operator. */
function openIdProblems(given: Readonly<Record<string, unknown>>): readonly string[] {
  const missing = OPENID.filter((name) => given[name] === undefined);
  if (missing.length === 0 || missing.length === OPENID.length) return [];
  return missing.map((name) => `${name} is missing: a sign-in by OpenID Connect needs ${OPENID.join(', ')}`);
}

function operatorsOf(s: z.infer<typeof settings>): Pick<Config, 'operators'> {
  const { OPERATORS_TOKEN: token, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = s;
  const openId = issuer &&
    clientId &&
    clientSecret && { issuer, clientId, clientSecret, rolesClaim: s.OIDC_ROLES_CLAIM };
  if (token === undefined && !openId) return {};
  return { operators: { token, ...(openId ? { openId } : {}) } };
}

/** The value that is wrong, unless it is a secret: the start's message ends up in logs. */
function shown(name: string, given: Readonly<Record<string, unknown>>): string {
  return /secret|password|key|token|database_url|proxy$/i.test(name) ? '' : ` (now "${given[name]}")`;
}

function refused(problems: readonly string[]): ConfigError {
  return new ConfigError(
    `These settings keep Passerelle from starting (see .env.example):\n${problems.map((p) => `  - ${p}`).join('\n')}`,
  );
}
