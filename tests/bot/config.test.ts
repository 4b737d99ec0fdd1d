import { readConfig, SHIPPED_DEPLOYMENT } from '../../src/bot/config';
import { messagesDoor } from '../../src/bot/messages-door';

type Env = Readonly<Record<string, string | undefined>>;
const identity = { MicrosoftAppId: 'id', MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: 'tenant' };

/** The problems that a refused start lists, one a line; empty when it is not refused. */
function problemsOf(env: Env): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return String(error)
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^ {2}- /, ''));
  }
}

test('nothing needs to be set', () => {
  expect(readConfig({})).toEqual({
    port: 3978,
    keepAliveSeconds: 65,
    production: false,
    dataFolder: './data',
    databaseConnections: 10,
    knowledgeFolder: SHIPPED_DEPLOYMENT,
    team: {},
    retentionDays: 30,
    keyMinutes: 30,
    falseAnswerBudget: 0.04,
    logLevel: 'info',
    practice: true,
    probes: false,
    publicUrl: 'http://localhost:3978',
    webOrigins: [],
    timeZone: 'Europe/Paris',
    proxies: 0,
    checkSettings: {},
    credentials: {},
  });
});

test('everything can be set', () => {
  const env = {
    NODE_ENV: 'production',
    PORT: '8080',
    HOST: '0.0.0.0',
    KEEP_ALIVE_SECONDS: '90',
    DATA_DIR: '/var/lib/passerelle',
    DATABASE_URL: 'postgres://bot:secret@db.acme.fr/passerelle',
    DATABASE_CONNECTIONS: '20',
    KEY_SECRET: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
    KNOWLEDGE_DIR: '/srv/kb',
    TEAM_NAME: ' Aide Acme ',
    TEAM_EMAIL: 'aide@acme.fr',
    RETENTION_DAYS: '7',
    LOG_LEVEL: 'debug',
    PRACTICE: 'on',
    PUBLIC_URL: ' https://help.acme.fr/bot/ ',
    WEB_ORIGINS: 'https://acme.fr, https://shop.acme.fr/',
    WEB_SECRET: 'twenty-signs-and-more',
    TIME_ZONE: 'America/New_York',
    TRUSTED_PROXIES: '1',
    ...identity,
    MicrosoftAppType: 'singletenant',
  };
  expect(readConfig(env)).toEqual({
    port: 8080,
    host: '0.0.0.0',
    keepAliveSeconds: 90,
    production: true,
    dataFolder: '/var/lib/passerelle',
    databaseUrl: 'postgres://bot:secret@db.acme.fr/passerelle',
    databaseConnections: 20,
    keySecret: Buffer.from(Array.from({ length: 32 }, (_, i) => i)),
    knowledgeFolder: '/srv/kb',
    team: { name: 'Aide Acme', email: 'aide@acme.fr' },
    retentionDays: 7,
    keyMinutes: 30,
    falseAnswerBudget: 0.04,
    logLevel: 'debug',
    practice: true,
    probes: true,
    publicUrl: 'https://help.acme.fr/bot',
    webOrigins: ['https://acme.fr', 'https://shop.acme.fr'],
    webSecret: 'twenty-signs-and-more',
    timeZone: 'America/New_York',
    proxies: 1,
    checkSettings: {},
    credentials: { ...identity, MicrosoftAppType: 'SingleTenant' },
  });
});

test('processes that share a database share what seals keys, and a wrong address is not shown: it holds a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'postgres://bot:secret@db/passerelle' })).toThrow(
    /^ {2}- KEY_SECRET is missing: processes on one DATABASE_URL/m,
  );
  const refusal = () => readConfig({ DATABASE_URL: 'mysql://bot:hunter2@db/x' });
  expect(refusal).toThrow(/DATABASE_URL: the address of a database expected: postgres:/);
  expect(refusal).not.toThrow(/hunter2/);
});

test('an empty variable counts as not set, an unknown one for nothing', () => {
  expect(readConfig({ PORT: '', DATA_DIR: '  ', TEAM_EMAIL: '', MicrosoftAppId: '', HOME: '/root' })).toEqual(
    readConfig({}),
  );
});

test('the practice account is there unless in production, and can be turned off and on', () => {
  const production = { NODE_ENV: 'production', ...identity };
  const practice = (env: Env) => readConfig(env).practice;
  expect([practice({}), practice({ PRACTICE: 'off' })]).toEqual([true, false]);
  expect([practice(production), practice({ ...production, PRACTICE: 'on' })]).toEqual([false, true]);
});

test('the public address follows the port, and may be http on this machine only', () => {
  expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  for (const address of ['http://localhost:5000', 'http://127.0.0.1', 'http://[::1]:80', 'https://a.example'])
    expect(readConfig({ PUBLIC_URL: address }).publicUrl).toBe(address);
});

test('port 0 lets the system choose', () => {
  expect(readConfig({ PORT: '0' }).port).toBe(0);
});

test.each([
  ['PORT', 'http', 'a port number from 0 to 65535 expected'],
  ['PORT', '70000', 'a port number from 0 to 65535 expected'],
  ['PORT', '39.78', 'a port number from 0 to 65535 expected'],
  ['HOST', 'http://a', 'an address or a host name expected'],
  ['KEEP_ALIVE_SECONDS', '0', 'a number of seconds from 1 to 3600 expected'],
  ['TEAM_NAME', 'x'.repeat(61), 'at most 60 characters'],
  ['TEAM_EMAIL', 'aide', 'an e-mail address expected'],
  ['RETENTION_DAYS', '0', 'a number of days from 1 to 3650 expected'],
  ['RETENTION_DAYS', 'forever', 'a number of days from 1 to 3650 expected'],
  ['LOG_LEVEL', 'loud', 'silent'],
  ['PRACTICE', 'yes', 'on or off expected'],
  ['PUBLIC_URL', 'help.acme.fr', 'an https address expected'],
  ['PUBLIC_URL', 'http://help.acme.fr', 'an https address expected'],
  ['PUBLIC_URL', 'http://localhost.acme.fr', 'an https address expected'],
  ['PUBLIC_URL', 'https://me:word@help.acme.fr', 'an https address expected'],
  ['PUBLIC_URL', 'https://help.acme.fr/#a', 'an https address expected'],
  ['PUBLIC_URL', 'javascript:alert', 'an https address expected'],
  ['ChannelService', 'https://botframework.azure.cn', 'https://botframework.azure.us expected'],
  ['DEFAULT_LANGUAGE', 'English', 'the tag of a language expected'],
  ['MicrosoftAppType', 'Foo', 'one of SingleTenant, UserAssignedMsi, MultiTenant expected'],
])('%s=%s is refused, with the value and the remedy', (name, value, remedy) => {
  const [problem, ...others] = problemsOf({ [name]: value });
  expect(others).toEqual([]);
  expect(problem).toMatch(new RegExp(`^${name} \\(now "${value}"\\): .*${remedy}`));
});

test('all that is wrong is listed at once, and where to read about it', () => {
  const env = { PORT: 'x', TEAM_EMAIL: 'x', RETENTION_DAYS: 'x', LOG_LEVEL: 'x' };
  expect(problemsOf(env).map((line) => line.split(' ')[0])).toEqual([
    'PORT',
    'TEAM_EMAIL',
    'RETENTION_DAYS',
    'LOG_LEVEL',
  ]);
  expect(() => readConfig(env)).toThrow('.env.example');
});

test('a password never stands in a refusal', () => {
  expect(problemsOf({ PORT: 'x', ...identity }).join('\n')).not.toContain('secret');
});

describe('signing in to Bot Framework', () => {
  test.each([
    ['production without an identity serves the website alone', { NODE_ENV: 'production' }, 'closed'],
    ['development without one is for this machine', {}, 'this-machine'],
    ['an identity lets in who the channel vouches for', { NODE_ENV: 'production', ...identity }, 'signed-in'],
  ])('%s', (_, env, door) => {
    expect(messagesDoor(readConfig(env))).toBe(door);
  });

  test.each([
    [
      'a password without an id',
      { MicrosoftAppPassword: 'x' },
      ['MicrosoftAppId is missing while MicrosoftAppPassword is set'],
    ],
    [
      'a tenant without an id, in production',
      { NODE_ENV: 'production', MicrosoftAppTenantId: 'x' },
      ['MicrosoftAppId is missing while MicrosoftAppTenantId is set'],
    ],
    [
      'an id alone',
      { MicrosoftAppId: 'x' },
      [
        'MicrosoftAppTenantId is missing: SingleTenant needs it',
        'MicrosoftAppPassword is missing: SingleTenant needs it (or a certificate, or FederatedClientId)',
      ],
    ],
    [
      'no tenant',
      { MicrosoftAppId: 'x', MicrosoftAppPassword: 'x' },
      ['MicrosoftAppTenantId is missing: SingleTenant needs it'],
    ],
    [
      'no password, of many tenants',
      { MicrosoftAppId: 'x', MicrosoftAppType: 'MultiTenant' },
      ['MicrosoftAppPassword is missing: MultiTenant needs it (or a certificate, or FederatedClientId)'],
    ],
    [
      'a managed identity without a tenant',
      { MicrosoftAppId: 'x', MicrosoftAppType: 'UserAssignedMsi' },
      ['MicrosoftAppTenantId is missing: UserAssignedMsi needs it'],
    ],
    [
      'a secret and a certificate',
      { ...identity, CertificateThumbprint: 'a'.repeat(40), CertificateKeyFile: 'key.pem' },
      ['MicrosoftAppPassword and CertificateThumbprint are set: one proof of the identity is enough'],
    ],
    [
      'a certificate without its key',
      { MicrosoftAppId: 'x', MicrosoftAppTenantId: 'x', CertificateThumbprint: 'a'.repeat(40) },
      ['CertificateKeyFile is missing: a certificate needs both'],
    ],
    [
      'a managed identity with a password',
      { ...identity, MicrosoftAppType: 'UserAssignedMsi' },
      ['MicrosoftAppPassword must not be set with UserAssignedMsi: the managed identity needs no other proof'],
    ],
  ])('half a sign-in is refused: %s', (_, env, problems) => {
    expect(problemsOf(env)).toEqual(problems);
  });

  test.each([
    ['SingleTenant', identity],
    ['MULTITENANT', { MicrosoftAppId: 'id', MicrosoftAppPassword: 'secret' }],
    [
      'singletenant',
      {
        MicrosoftAppId: 'id',
        MicrosoftAppTenantId: 't',
        CertificateThumbprint: 'A1'.repeat(20),
        CertificateKeyFile: 'key',
      },
    ],
    ['SingleTenant', { MicrosoftAppId: 'id', MicrosoftAppTenantId: 't', FederatedClientId: 'managed' }],
    ['userassignedmsi', { MicrosoftAppId: 'id', MicrosoftAppTenantId: 'tenant' }],
  ])('%s is whole', (MicrosoftAppType, env) => {
    expect(problemsOf({ NODE_ENV: 'production', ...env, MicrosoftAppType })).toEqual([]);
  });
});

test.each([
  'shop.example',
  'https://shop.example/path',
  '*',
  "https://shop.example; script-src 'unsafe-inline'",
  'javascript:alert(1)',
])('a site is an origin and nothing else: %s is refused', (WEB_ORIGINS) => {
  expect(problemsOf({ WEB_ORIGINS })).toEqual([expect.stringContaining('origins expected')]);
});

test('traces go below the address of all signals, or to one of their own; nowhere when they are disabled', () => {
  const all = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318/' };
  expect(readConfig(all).tracesUrl).toBe('http://collector.example:4318/v1/traces');
  const own = { ...all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example/in' };
  expect(readConfig(own).tracesUrl).toBe('https://traces.example/in');
  expect(readConfig({ ...own, OTEL_SDK_DISABLED: 'true' }).tracesUrl).toBeUndefined();
});

test('an address that no trace can be sent to, and what we do not speak, are refused; the address is not shown', () => {
  const [problem = ''] = problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'me:word@collector:4317' });
  expect(problem).toMatch(/^OTEL_EXPORTER_OTLP_ENDPOINT: the address of a collector expected/);
  expect(problemsOf({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toEqual([expect.stringContaining('http/json expected')]);
});

test('a short secret is refused, and not shown', () => {
  const [problem = ''] = problemsOf({ WEB_SECRET: 'short' });
  expect(problem).toContain('WEB_SECRET');
  expect(problem).not.toContain('short');
});

test('a time zone that nobody knows is refused', () => {
  expect(problemsOf({ TIME_ZONE: 'Mars/Olympus' })).toEqual([
    expect.stringContaining('the name of a time zone expected'),
  ]);
});

test('a proxy is set as everywhere, and its password is not shown', () => {
  expect(readConfig({ https_proxy: 'http://proxy.example:3128', NO_PROXY: '.local' }).proxy).toEqual({
    address: 'http://proxy.example:3128',
    except: '.local',
  });
  const [problem = ''] = problemsOf({ HTTPS_PROXY: 'socks5://me:word@proxy.example' });
  expect(problem).toMatch(/^HTTPS_PROXY: an address expected/);
});
