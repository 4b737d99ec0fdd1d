import { parseArgs } from 'node:util';

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const HOST = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;
const VERSION = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/;
const GUID_SHAPE = 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx';

export const USAGE = `npm run teams:package -- --app-id <guid> --domain <host> [options]

  --app-id <guid>     the bot's Microsoft app id (or the setting MicrosoftAppId)
  --domain <host>     where this server is reached, e.g. bot.example.com (or the setting PUBLIC_URL)
  --name <name>       what Teams calls the bot, at most 30 characters (Passerelle)
  --developer <name>  who runs it, at most 32 characters (or the setting TEAM_NAME; Passerelle)
  --website <url>     your pages, https each; without them the help centre of this server
  --privacy <url>
  --terms <url>
  --language <lng>    the app's first language (or the setting DEFAULT_LANGUAGE; fr)
  --version <x.y.z>   raise it with every package that you upload again (that of package.json)
  --targeted          answers in teams are seen by whoever asked alone (or the setting TEAMS_TARGETED=on); a preview of Teams
  --knowledge <dir>   another knowledge base (or the setting KNOWLEDGE_DIR)
  --out <file>        passerelle-teams.zip`;

const text = { type: 'string' };
const OPTIONS = {
  'app-id': text,
  domain: text,
  name: text,
  developer: text,
  website: text,
  privacy: text,
  terms: text,
  language: text,
  version: text,
  knowledge: text,
  out: text,
  targeted: { type: 'boolean' },
  help: { type: 'boolean' },
};

/**
 * Reads the command line; a setting of the server stands in for an option that is not given.
 * @returns `{ help }`, `{ faults }` with every fault and its remedy, or `{ options }`
 */
export function readOptions(args, env, ownVersion) {
  const { values, unknown } = parse(args);
  if (values.help) return { help: true };
  const domain = values.domain ?? hostOf(env.PUBLIC_URL);
  const home = `https://${domain}/`;
  const options = {
    appId: (values['app-id'] ?? env.MicrosoftAppId ?? '').trim().toLowerCase(),
    domain: domain?.toLowerCase(),
    // Where links to guides lead, wherever Teams reaches the server.
    linkDomain: hostOf(env.PUBLIC_URL) ?? domain?.toLowerCase(),
    name: values.name?.trim() ?? 'Passerelle',
    developer: values.developer?.trim() ?? env.TEAM_NAME?.trim() ?? 'Passerelle',
    website: values.website ?? home,
    privacy: values.privacy ?? values.website ?? home,
    terms: values.terms ?? values.website ?? home,
    language: (values.language ?? env.DEFAULT_LANGUAGE?.trim() ?? '').toLowerCase() || 'fr',
    version: values.version ?? ownVersion,
    knowledge: values.knowledge ?? env.KNOWLEDGE_DIR,
    targeted: values.targeted ?? env.TEAMS_TARGETED?.trim() === 'on',
    out: values.out ?? 'passerelle-teams.zip',
  };
  const faults = [...unknown, ...faultsOf(options)];
  return faults.length > 0 ? { faults } : { options };
}

function parse(args) {
  const { values, tokens } = parseArgs({ args, options: OPTIONS, strict: false, tokens: true });
  const unknown = tokens.flatMap((token) => {
    if (token.kind === 'positional') return [`"${token.value}" belongs to no option`];
    if (token.kind !== 'option') return [];
    if (!(token.name in OPTIONS)) return [`${token.rawName} is not an option`];
    return typeof values[token.name] === OPTIONS[token.name].type ? [] : [`${token.rawName} needs a value after it`];
  });
  const read = Object.entries(values).filter(([name, value]) => typeof value === OPTIONS[name]?.type);
  return { values: Object.fromEntries(read), unknown };
}

function faultsOf({ appId, domain, name, developer, website, privacy, terms, version }) {
  const faults = [];
  const must = (is, fault) => {
    if (!is) faults.push(fault);
  };
  must(appId, `--app-id is missing: the bot's Microsoft app id, ${GUID_SHAPE}`);
  must(!appId || GUID.test(appId), `--app-id ${appId} is no app id: copy it from the Azure Bot, ${GUID_SHAPE}`);
  must(domain, '--domain is missing: the host name of this server, e.g. bot.example.com');
  must(!domain || HOST.test(domain), `--domain ${domain} is no public host name: give it without https:// and path`);
  must(name.length >= 1 && name.length <= 30, `--name "${name}" must have 1 to 30 characters`);
  must(developer.length >= 1 && developer.length <= 32, `--developer "${developer}" must have 1 to 32 characters`);
  const isSecure = (url) => URL.canParse(url) && new URL(url).protocol === 'https:' && url.length <= 2048;
  for (const [option, url] of Object.entries({ website, privacy, terms }))
    must(!domain || isSecure(url), `--${option} ${url} must be an https address`);
  must(VERSION.test(version), `--version ${version} must be three numbers, e.g. 1.0.1`);
  return faults;
}

function hostOf(address) {
  if (!address || !URL.canParse(address)) return undefined;
  const { hostname, protocol } = new URL(address);
  return protocol === 'https:' ? hostname : undefined;
}
