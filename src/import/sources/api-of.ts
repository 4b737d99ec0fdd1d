import { ImportError } from '../import-error.js';
import type { Source } from '../source.js';
import type { Door } from '../web/open-door.js';
import { readFreshdesk } from './read-freshdesk.js';
import { readIntercom } from './read-intercom.js';
import { readTeamwork } from './read-teamwork.js';
import { readZendesk } from './read-zendesk.js';

/** How the API of a help desk is asked. */
export interface Api {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly read: (origin: string, door: Door) => Source;
}

type Env = Readonly<Record<string, string | undefined>>;

interface Known {
  /** Behind the name of the account; nothing when all accounts share one address. */
  readonly domain: string | undefined;
  readonly home?: string;
  readonly headers: (env: Env) => Readonly<Record<string, string>>;
  readonly read: Api['read'];
}

const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;

const KNOWN: Readonly<Record<string, Known>> = {
  zendesk: {
    domain: 'zendesk.com',
    // A public help centre needs neither.
    headers: ({ ZENDESK_EMAIL, ZENDESK_TOKEN }): Readonly<Record<string, string>> =>
      ZENDESK_EMAIL && ZENDESK_TOKEN ? { authorization: basic(`${ZENDESK_EMAIL}/token`, ZENDESK_TOKEN) } : {},
    read: readZendesk,
  },
  intercom: {
    domain: undefined,
    home: 'https://api.intercom.io',
    headers: (env) => ({ authorization: `Bearer ${needed(env, 'INTERCOM_TOKEN')}`, 'intercom-version': '2.11' }),
    read: readIntercom,
  },
  freshdesk: {
    domain: 'freshdesk.com',
    headers: (env) => ({ authorization: basic(needed(env, 'FRESHDESK_KEY'), 'X') }),
    read: readFreshdesk,
  },
  teamwork: {
    domain: 'teamwork.com',
    headers: (env) => ({ authorization: `Bearer ${needed(env, 'TEAMWORK_DESK_KEY')}` }),
    read: readTeamwork,
  },
};

/**
 * The API that a SOURCE such as `zendesk:acme`, `intercom:` or `teamwork:https://acme.eu.teamwork.com` names; keys come from
 * the environment. Nothing when it names none.
 * @throws ImportError when the key is missing
 */
export function apiOf(given: string, env: Env): Api | undefined {
  const [, name = '', account = ''] = /^([a-z]+):(?!\/\/)(.*)$/i.exec(given) ?? [];
  const known = KNOWN[name.toLowerCase()];
  if (!known) return undefined;
  const { domain, home, headers, read } = known;
  const address = /^https?:\/\//i.test(account)
    ? account
    : account && domain
      ? `https://${account.includes('.') ? account : `${account}.${domain}`}`
      : home;
  if (address === undefined || !URL.canParse(address))
    throw new ImportError(`Which account? Write ${name}:NAME, as in https://NAME.${domain}.`);
  return { origin: new URL(address).origin, headers: headers(env), read };
}

function needed(env: Env, name: string): string {
  const value = env[name]?.trim();
  if (!value)
    throw new ImportError(
      `${name} is missing: set it as a variable or in .env. It is used for reading and kept nowhere.`,
    );
  return value;
}
