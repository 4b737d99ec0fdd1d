import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { settingsForm } from '../../src/bot/settings-form';

const root = join(__dirname, '..', '..');
const file = DockerfileParser.parse(readFileSync(join(root, 'Dockerfile'), 'utf8'));
const instructions = file.getInstructions().map((each) => ({
  keyword: each.getKeyword(),
  words: (each.getTextContent() ?? '').replace(/^\S+\s+/, ''),
}));
const lastFrom = instructions.findLastIndex(({ keyword }) => keyword === 'FROM');
/** What the image is, after the stages that only build it. */
const image = instructions.slice(lastFrom);
const of = (keyword: string) => image.filter((each) => each.keyword === keyword).map(({ words }) => words);

test('it is built in a stage of its own, from an image whose version and system are named', () => {
  const froms = file.getFROMs();
  expect(froms.length).toBeGreaterThan(1);
  for (const from of froms) expect(from.getImageTag()).toMatch(/^\d+[\d.]*-[a-z]+-slim$/);
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [least] = /\d+/.exec(engines.node) ?? [];
  for (const from of froms) expect(Number.parseInt(from.getImageTag() ?? '', 10)).toBeGreaterThanOrEqual(Number(least));
  expect(new Set(froms.map((from) => from.getImage())).size).toBe(1);
});

test('it installs what the lock file says, for running alone, before the sources are there', () => {
  const build = instructions.slice(0, lastFrom);
  const install = build.findIndex(({ keyword, words }) => keyword === 'RUN' && words === 'npm ci --omit=dev');
  const sources = build.findIndex(({ keyword, words }) => keyword === 'COPY' && words === '. .');
  expect(install).toBeGreaterThan(-1);
  expect(sources).toBeGreaterThan(install);
  for (const { words } of instructions) expect(words).not.toMatch(/\bnpm (?:install|i)\b|\bcurl\b|\bwget\b|\bsudo\b/);
  expect(instructions.map(({ keyword }) => keyword)).not.toContain('ADD');
});

test('only what is built goes into the image, and belongs to nobody who runs there', () => {
  for (const words of of('COPY')) expect(words).toMatch(/^--from=build --chown=root:root \S/);
});

test('it runs as somebody without rights, who writes to one place', () => {
  expect(of('USER')).toEqual(['node']);
  const user = image.findIndex(({ keyword }) => keyword === 'USER');
  expect(image.slice(user).map(({ keyword }) => keyword)).not.toContain('RUN');
  expect(of('VOLUME')).toEqual(['/var/lib/passerelle']);
  expect(of('RUN').join('\n')).toContain('-o node -g node -m 0700 /var/lib/passerelle');
});

test('what it sets are settings of ours, and no secret', () => {
  const set = file.getENVs().flatMap((env) => env.getProperties());
  const env = Object.fromEntries(set.map((each) => [each.getName(), each.getValue()]));
  expect(env).toMatchObject({ NODE_ENV: 'production', DATA_DIR: of('VOLUME')[0] });
  expect(Object.keys(env).filter((name) => !(name in settingsForm.shape))).toEqual([]);
  expect(Object.keys(env).filter((name) => /secret|password|token|key|url/i.test(name))).toEqual([]);
  expect(of('EXPOSE')).toEqual([env.PORT]);
  expect(instructions.map(({ keyword }) => keyword)).not.toContain('ARG');
});

test('it tells whether it is alive, is stopped gently, and nothing stands between it and its signals', () => {
  expect(of('HEALTHCHECK')).toHaveLength(1);
  expect(of('HEALTHCHECK')[0]).toContain('/healthz');
  expect(of('STOPSIGNAL')).toEqual(['SIGTERM']);
  expect(JSON.parse(of('CMD').at(-1) ?? '')).toEqual(['node', 'dist/index.js']);
});

test('what must not be in an image does not even reach its building', () => {
  const left = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  expect(left).toEqual(expect.arrayContaining(['.git', '**/node_modules', '.env', 'data', 'dist']));
});
