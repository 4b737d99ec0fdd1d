import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { practiceKey } from '../../src/simulator/practice-keys';
import { writeKnowledge } from '../knowledge/articles/write-knowledge';

const CLI = join(__dirname, '..', '..', 'dist', 'cli.js');
/** Of a name that no host ever has (RFC 6761): the same with and without a network. */
const LINK = 'https://help.invalid/more';

let folder: string;
let remove: () => void;
beforeAll(() => {
  const front = '---\ntitle: Reset the router\nquestions:\n  - how do I reset the router\nupdated: 2026-11-22\n---\n';
  const files = { 'en/articles/router.md': `${front}Hold it. See [more](${LINK}).\n` };
  ({ folder, remove } = writeKnowledge({ ...files, 'deployment.yml': 'checks: teamwork-desk\n' }));
});
afterAll(() => remove());

function passerelle(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ code: number; seen: string }>((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH, KNOWLEDGE_DIR: folder, DATA_DIR: folder, ...env } };
    execFile(process.execPath, [CLI, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, seen: stdout + stderr }),
    );
  });
}

test('probe reads the practice account as the checks do, and tells which it was', async () => {
  const { code, seen } = await passerelle(['probe']);
  expect({ code, seen }).toEqual({ code: 0, seen: '0 links to look at; practice read, 0 surprises\n' });
  expect(JSON.parse(readFileSync(join(folder, 'freshness.json'), 'utf8'))).toMatchObject({ stale: [] });
});

test('an account that does not read as the checks expect is a surprise, told without its key', async () => {
  const key = practiceKey('legacy-key');
  const { code, seen } = await passerelle(['probe'], { PROBE_SITE: 'practice', PROBE_KEY: key });
  expect(code).toBe(1);
  expect(seen).toMatch(/practice: \{.*\n.* [1-9]\d* surprises/s);
  expect(seen).not.toContain(key);
});

test('the workflow that the docs show for a help centre’s CI checks it, and leaves what CI shows; --online follows the links', async () => {
  const docs = readFileSync(join(__dirname, '..', '..', 'docs', 'own-help-centre.md'), 'utf8');
  const workflow: { jobs: { check: { steps: { run?: string; with?: { path?: string } }[] } } } = parse(
    /```yaml\n(# \.github\/workflows\/[\s\S]*?)```/.exec(docs)?.[1] ?? '',
  );
  const { steps } = workflow.jobs.check;
  // Both repositories beside each other, as its first steps put them.
  symlinkSync(join(__dirname, '..', '..'), join(folder, 'passerelle'), 'junction');
  symlinkSync(folder, join(folder, 'help'), 'junction');
  const [, cli, ...args] = steps.flatMap(({ run }) => run?.split(' ') ?? []).slice(-6);
  expect(join(folder, cli ?? '')).toBe(join(folder, 'passerelle', 'dist', 'cli.js'));
  const { code, seen } = await passerelle([...args, '--online']);
  expect(seen).toMatch(/advice {2}links online {2}\S*router\.md:\d+: https:\/\/help\.invalid\/more: cannot be told/);
  expect(code).toBe(0);
  expect(readFileSync(join(folder, steps.at(-1)?.with?.path ?? ''), 'utf8')).toContain('links online');
});
