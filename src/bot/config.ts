import { join } from 'node:path';
import type { z } from 'zod';
import type { HandoffSettings } from '../handoff/handoff-settings.js';
import type { OpenIdSettings } from '../operate/sign-in/openid.js';
import { readHandoffFile } from './handoff/read-handoff-file.js';
import { OperatorError } from './operator-error.js';
import { settingProblems } from './setting-problems.js';
import { settingsForm } from './settings-form.js';

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
  /** Where turns are sent to as traces; without it they are not traced. */
  readonly tracesUrl?: string | undefined;
  /** Where the embedded state file lives; `:memory:` keeps nothing. */
  readonly dataFolder: string;
  /** Of a PostgreSQL server that several processes share; without it everything is in the embedded file. */
  readonly databaseUrl?: string | undefined;
  /** Connections of this process to it at most. */
  readonly databaseConnections: number;
  readonly knowledgeFolder: string;
  /** How often its files are looked at, where the file system tells nobody of changes (a network's): in seconds; without it, changes are told. */
  readonly knowledgePollSeconds?: number | undefined;
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
  /** Whether answers among others in Teams are seen by whoever asked alone. */
  readonly teamsTargeted?: boolean | undefined;
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

/**
 * Reads the settings. An empty variable counts as not set.
 * @throws ConfigError that lists every setting that is wrong, with its remedy
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { https_proxy: HTTPS_PROXY, no_proxy: NO_PROXY } = env;
  const all = Object.entries({ HTTPS_PROXY, NO_PROXY, ...env });
  const given = Object.fromEntries(all.filter(([, value]) => value?.trim()));
  const read = settingsForm.safeParse(given);
  const wrong = read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join('.')}${shown(String(path[0]), given)}: ${message}`);
  const production = given.NODE_ENV === 'production';
  const handoff = given.HANDOFF_FILE === undefined ? undefined : readHandoffFile(given.HANDOFF_FILE.trim(), env);
  const problems = [
    ...wrong,
    ...settingProblems(given, read.data, handoff?.kind === 'read' ? handoff.settings : undefined),
    ...(handoff?.kind === 'invalid' ? handoff.problems : []).map((problem) => `HANDOFF_FILE: ${problem}`),
  ];
  if (!read.success || problems.length > 0) throw refused(problems);
  const s = read.data;
  return {
    port: s.PORT,
    host: s.HOST,
    keepAliveSeconds: s.KEEP_ALIVE_SECONDS,
    production,
    metricsToken: s.METRICS_TOKEN,
    ...tracesOf(s),
    dataFolder: s.DATA_DIR,
    databaseUrl: s.DATABASE_URL,
    databaseConnections: s.DATABASE_CONNECTIONS,
    knowledgeFolder: s.KNOWLEDGE_DIR ?? SHIPPED_DEPLOYMENT,
    knowledgePollSeconds: s.KNOWLEDGE_POLL_SECONDS,
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
    ...(s.TEAMS_TARGETED === 'on' ? { teamsTargeted: true } : {}),
    credentials: credentialsOf(s),
  };
}

type Settings = z.infer<typeof settingsForm>;

/** Those that are set; without the bot's own id none of them is of use. */
function credentialsOf(s: Settings): Config['credentials'] {
  if (!s.MicrosoftAppId) return {};
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType, ChannelService } = s;
  const { CertificateThumbprint, CertificateKeyFile, FederatedClientId } = s;
  const all = {
    ...{ MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType, ChannelService },
    ...{ CertificateThumbprint, CertificateKeyFile, FederatedClientId },
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** As OpenTelemetry says it: traces have a path below the address of all signals, or an address of their own. */
function tracesOf(s: Settings): Pick<Config, 'tracesUrl'> {
  if (s.OTEL_SDK_DISABLED === 'true') return {};
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = s;
  const url = own ?? (all && `${all.replace(/\/$/, '')}/v1/traces`);
  return url === undefined ? {} : { tracesUrl: url };
}

function operatorsOf(s: Settings): Pick<Config, 'operators'> {
  const { OPERATORS_TOKEN: token, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = s;
  const openId = issuer &&
    clientId &&
    clientSecret && { issuer, clientId, clientSecret, rolesClaim: s.OIDC_ROLES_CLAIM };
  if (token === undefined && !openId) return {};
  return { operators: { token, ...(openId ? { openId } : {}) } };
}

/** The value that is wrong, unless it is a secret: the start's message ends up in logs. */
function shown(name: string, given: Readonly<Record<string, unknown>>): string {
  return /secret|password|key|token|database_url|proxy$|otlp/i.test(name) ? '' : ` (now "${given[name]}")`;
}

function refused(problems: readonly string[]): ConfigError {
  return new ConfigError(
    `These settings keep Passerelle from starting (see .env.example):\n${problems.map((p) => `  - ${p}`).join('\n')}`,
  );
}
