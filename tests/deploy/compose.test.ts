import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { STOPPING } from '../../src/bot/server';
import { settingsForm } from '../../src/bot/settings-form';

const deploy = join(__dirname, '..', '..', 'deploy');
const text = readFileSync(join(deploy, 'compose.yaml'), 'utf8');

const service = z.looseObject({
  image: z.string().optional(),
  build: z.string().optional(),
  profiles: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
});
const services = z.record(z.string(), service).parse(parse(text, { merge: true }).services);
const bots = Object.entries(services).filter(([, { build }]) => build !== undefined);

const linted = z.array(
  z.object({
    messages: z.array(z.object({ rule: z.string(), category: z.string(), severity: z.string(), message: z.string() })),
  }),
);

/** Which quotes there are, and that the project has the name of its folder, is ours. */
const OURS = ['require-quotes-in-ports', 'require-project-name-field'];

/** What the compose specification's schema and the rules for sound files say against one, with what its services share in each. */
function faultsOf(yaml: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  const file = join(folder, 'compose.yaml');
  const { 'x-bot': _shared, ...whole } = parse(yaml, { merge: true });
  writeFileSync(file, stringify(whole, { aliasDuplicateObjects: false }));
  const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
  const results = linted.parse(linter.lintFiles([file], false));
  rmSync(folder, { recursive: true });
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ category, severity, rule }) => (category !== 'style' || severity === 'critical') && !OURS.includes(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test('it is what the compose specification says, and nothing is said against it', () => {
  expect(faultsOf(text)).toEqual([]);
});

test.each([
  ['a key that compose does not know', 'read_only: true', 'readonly: true'],
  ['an image without a version', 'nginx:1.28-alpine', 'nginx'],
  ['a port that is open to everybody', '127.0.0.1:8080:80', '8080:80'],
])('%s is found', (_what, from, to) => {
  expect(text).toContain(from);
  expect(faultsOf(text.replace(from, to))).not.toEqual([]);
});

test('two processes share the database and the secret, and each has a folder of its own', () => {
  expect(bots).toHaveLength(2);
  const [first, second] = bots.map(([, bot]) => bot);
  expect(first?.environment).toEqual(second?.environment);
  expect(first?.environment).toMatchObject({ DATABASE_URL: expect.anything(), KEY_SECRET: expect.anything() });
  expect(first?.volumes).not.toEqual(second?.volumes);
  for (const [, { volumes }] of bots) expect(volumes.join()).toMatch(/:\/var\/lib\/passerelle$/);
});

test('what a process is told are settings that are read, and every secret comes from outside', () => {
  for (const [, { environment }] of bots) {
    expect(Object.keys(environment).filter((name) => !(name in settingsForm.shape))).toEqual([]);
    for (const [name, value] of Object.entries(environment))
      if (/SECRET|TOKEN|URL$/.test(name)) expect(value).toMatch(/\$\{[A-Z_]+:[?-]/);
  }
});

test('a process has the rights that it needs, and the time to stop', () => {
  for (const [, bot] of bots) {
    expect(bot).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(Number.parseInt(String(bot.stop_grace_period), 10) * 1000).toBeGreaterThan(STOPPING.longestMs);
  }
});

test('the proxy and Prometheus ask each process at the port that the image has', () => {
  const [, port] = /\bPORT=(\d+)/.exec(readFileSync(join(deploy, '..', 'Dockerfile'), 'utf8')) ?? [];
  const wanted = bots.map(([name]) => `${name}:${port}`);
  const asked = [...readFileSync(join(deploy, 'nginx.conf'), 'utf8').matchAll(/^\s*server (\S+:\d+)/gm)];
  expect(asked.map(([, address]) => address)).toEqual(wanted);
  const { scrape_configs } = parse(readFileSync(join(deploy, 'prometheus.yml'), 'utf8'));
  expect(scrape_configs).toEqual([
    {
      job_name: 'passerelle',
      metrics_path: '/metrics',
      authorization: { credentials_file: '/run/secrets/metrics_token' },
      static_configs: [{ targets: wanted }],
    },
  ]);
});

test('what watches comes only when it is asked for, and is seen from this machine alone', () => {
  const watching = Object.entries(services).filter(([, { profiles }]) => profiles.includes('watch'));
  expect(watching.map(([name]) => name)).toEqual(['prometheus', 'grafana']);
  for (const [, { ports }] of Object.entries(services))
    for (const each of ports) expect(each).toMatch(/^127\.0\.0\.1:/);
  expect(Object.values(services).filter(({ image }) => image && !/:v?\d/.test(image))).toEqual([]);
});

test('the files that are given along are there', () => {
  const given = Object.values(services).flatMap(({ volumes }) => volumes.filter((each) => each.startsWith('./')));
  expect(given.length).toBeGreaterThan(3);
  for (const each of given) expect([each, existsSync(join(deploy, each.split(':')[0] ?? ''))]).toEqual([each, true]);
});
