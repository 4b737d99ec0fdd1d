import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const [CLI, SERVER] = [join(ROOT, 'dist', 'cli.js'), join(ROOT, 'dist', 'index.js')];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-command-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node.js in the folder of the test unless told, with nothing set but what is given. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = folder): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd, env: { PATH: process.env.PATH, ...env } };
    execFile(process.execPath, args, options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

function jsonOf(stdout: string, stderr: string): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`No JSON on stdout: ${stdout}\n${stderr}`);
  }
}

const ask = ['ask', 'where is my api key', '--language', 'en', '--json'] as const;

it('a command reads the .env of the folder that it runs in, and a variable wins over it', async () => {
  writeFileSync(join(folder, '.env'), 'KNOWLEDGE_DIR=nowhere-of-the-file\n');
  const ofFile = await run([CLI, ...ask]);
  expect(ofFile).toMatchObject({ code: 1, stdout: '' });
  expect(ofFile.stderr).toContain('nowhere-of-the-file');
  const { code, stdout, stderr } = await run([CLI, ...ask], {
    KNOWLEDGE_DIR: join(ROOT, 'deployments', 'teamwork-desk'),
  });
  expect({ code, answer: jsonOf(stdout, stderr) }).toMatchObject({ code: 0, answer: { intent: 'api-key' } });
});

it.each([
  ['a command', CLI, ...ask],
  ['the server', SERVER],
])('%s refuses a .env with a broken line by its number, without a stack', async (_, ...args) => {
  writeFileSync(join(folder, '.env'), 'LOG_LEVEL=warn\nPORT 4000\n');
  expect(await run(args)).toEqual({
    code: 1,
    stdout: '',
    stderr: '.env:2: NAME=value expected, or # and a comment. See .env.example.\n',
  });
});

it('the server takes its settings from .env', async () => {
  writeFileSync(join(folder, '.env'), 'PORT=not-a-port\n');
  const { code, stderr } = await run([SERVER]);
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('PORT (now "not-a-port")') });
});

describe('in a checkout', () => {
  let checkout: string;
  beforeAll(() => {
    checkout = mkdtempSync(join(tmpdir(), 'passerelle-checkout-'));
    for (const part of [
      'package.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'src',
      'widget',
      'locales',
      'deployments',
      'tools',
    ])
      cpSync(join(ROOT, part), join(checkout, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  });
  afterAll(() => rmSync(checkout, { recursive: true, force: true }));

  it('npm run --silent ask prints JSON and nothing else, whatever the build has to say', async () => {
    const npm = process.env.npm_execpath;
    if (!npm) throw new Error('Run it by npm or npx: it starts npm itself.');
    const { code, stdout, stderr } = await run([npm, 'run', '--silent', 'ask', '--', ...ask.slice(1)], {}, checkout);
    expect({ code, read: jsonOf(stdout, stderr) }).toMatchObject({ code: 0, read: { intent: 'api-key' } });
    expect(stderr).toContain('kB gzip');
  }, 300_000);
});

it('the other commands that print JSON are built in the same way', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const before = (command: string) => String(scripts[command]).replace(` ${command}`, '');
  expect(before('evaluate')).toBe(before('ask'));
});

it('evaluate prints JSON and nothing else', async () => {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, '{"text":"where is my api key","language":"en","expect":"api-key"}\n');
  const { code, stdout, stderr } = await run([CLI, 'evaluate', file, '--json']);
  expect({ code, read: jsonOf(stdout, stderr) }).toMatchObject({ code: 0, read: { total: 1, correct: 1 } });
});

it('evaluate names what is expected and is nowhere, beside the JSON', async () => {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, '{"text":"where is my api key","language":"en","expect":["api-keys","key.md"]}\n');
  const { code, stdout, stderr } = await run([CLI, 'evaluate', file, '--json']);
  expect({ code, read: jsonOf(stdout, '') }).toMatchObject({ code: 0, read: { total: 1, correct: 0 } });
  expect(stderr).toBe('Nothing is called so, and no question can find it: api-keys.\n');
});

it('evaluate judges by FALSE_ANSWER_BUDGET, as the server does, and names what is no share', async () => {
  const file = join(ROOT, 'tests', 'ranking', 'blind.jsonl');
  const confident = async (FALSE_ANSWER_BUDGET: string) => {
    const { stdout, stderr } = await run([CLI, 'evaluate', file, '--json'], { FALSE_ANSWER_BUDGET });
    return (jsonOf(stdout, stderr) as { confident: { inScope: number } }).confident.inScope;
  };
  expect(await confident('0.3')).toBeGreaterThan((await confident('0')) + 0.1);
  expect(await run([CLI, 'evaluate', file], { FALSE_ANSWER_BUDGET: '2' })).toEqual({
    code: 1,
    stdout: '',
    stderr: 'FALSE_ANSWER_BUDGET: a share from 0 to 0.5 expected\n',
  });
});
