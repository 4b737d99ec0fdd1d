import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED_DEPLOYMENT } from '../../src/bot/config';
import { OperatorError } from '../../src/bot/operator-error';
import { visible } from '../../src/bot/visible';
import { answer } from '../../src/commands/answer';
import { ask } from '../../src/commands/ask';
import { cases } from '../../src/commands/cases';
import { evaluateFile } from '../../src/commands/evaluate-file';
import { lint } from '../../src/commands/lint';
import { print, printError } from '../../src/commands/print';
import { openDatabase } from '../../src/storage/open-database';
import { sqlDesk } from '../../src/storage/sql-desk';

/** Clears the screen, sets the title and the clipboard, rings, goes back over the line, turns the writing around. */
const HOSTILE = 'a\u001b[2J\u001b]0;owned\u0007\u001b]52;c;eA==\u0007\u009b31m\u007f\rb\u202ec\u2066d\u0000\u2028e';
const OBEYED = /[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;

let folder: string;
let written: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-'));
  written = [];
  const keep = (text: string | Uint8Array) => written.push(String(text)) > 0;
  jest.spyOn(process.stdout, 'write').mockImplementation(keep);
  jest.spyOn(process.stderr, 'write').mockImplementation(keep);
});
afterEach(async () => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
  await rm(folder, { recursive: true, force: true });
});
/** What the operator's terminal got. */
const shown = () => {
  const text = written.join('');
  expect(text).not.toMatch(OBEYED);
  return text;
};

test('control characters are shown, never sent; letters, signs, lines and tabs stay', () => {
  print(`${HOSTILE}\n`);
  printError('é ß 漢 👩‍👩‍👧 ✅\tx\n');
  expect(shown()).toBe(
    'a\\u001b[2J\\u001b]0;owned\\u0007\\u001b]52;c;eA==\\u0007\\u009b31m\\u007f\\u000db\\u202ec\\u2066d\\u0000\\u2028e\né ß 漢 👩‍👩‍👧 ✅\tx\n',
  );
});

test('JSON that is shown so says the same', () => {
  expect(JSON.parse(visible(JSON.stringify({ name: HOSTILE }, null, 2)))).toEqual({ name: HOSTILE });
});

async function keepHostileCase(): Promise<void> {
  const db = await openDatabase(folder);
  await sqlDesk(db).deliver({
    reference: 'P-AAAA-BBBB',
    at: '2026-11-23T18:30:00.000Z',
    language: 'fr',
    name: `${HOSTILE}\nP-FAKE-FAKE  2026  fr  Nobody`,
    email: `${HOSTILE}@example.org`,
    conversation: 'directline|gone',
    topic: HOSTILE,
    transcript: [{ at: '', from: 'customer', text: HOSTILE }],
  });
  await db.destroy();
}

test('a case shows the name, the address and the words of a customer, and none of them is obeyed', async () => {
  await keepHostileCase();
  await cases({ DATA_DIR: folder }, false);
  const text = shown();
  expect(text).toContain('a\\u001b[2J');
  // The name begins no line of its own.
  expect(text.split('\n').filter((line) => line.startsWith('P-'))).toHaveLength(1);
});

test('a case as JSON is the same case', async () => {
  await keepHostileCase();
  await cases({ DATA_DIR: folder }, true);
  expect(JSON.parse(shown())).toMatchObject([{ topic: HOSTILE }]);
});

test('a conversation that cannot be reached is told with the name made visible', async () => {
  await keepHostileCase();
  jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  await answer({ DATA_DIR: folder }, `P-AAAA-BBBB`, ['Bonjour']);
  await answer({ DATA_DIR: folder }, `P-${HOSTILE}`, ['Bonjour']);
  expect(shown()).toContain('a\\u001b[2J');
});

test('a question is quoted in its reasons, and not obeyed', async () => {
  await ask(`comment désactiver les déclencheurs ${HOSTILE} ?`, SHIPPED_DEPLOYMENT, 'fr', false);
  await ask(`comment désactiver les déclencheurs ${HOSTILE} ?`, SHIPPED_DEPLOYMENT, 'fr', true);
  expect(shown()).toContain('triggers');
});

test('a question in another language than the default is told the guide’s title in its own', async () => {
  await ask('how do I turn off the triggers?', SHIPPED_DEPLOYMENT, 'fr', false);
  expect(shown()).toContain('answer: triggers (Turn off triggers in Teamwork Desk)');
});

test('a question of a file that is evaluated is quoted, and not obeyed', async () => {
  const file = join(folder, 'questions.jsonl');
  await writeFile(file, JSON.stringify({ text: HOSTILE, language: 'fr', expect: `${HOSTILE}` }));
  await evaluateFile(file, SHIPPED_DEPLOYMENT, false);
  expect(shown()).toContain('\\u001b');
});

test('what is wrong in an article is told with its words made visible', async () => {
  const articles = join(folder, 'fr', 'articles');
  await mkdir(articles, { recursive: true });
  await writeFile(join(articles, 'a.md'), `---\ntitle: x\n${HOSTILE}: 1\n---\nx`);
  await lint(folder, { isStrict: false, all: false }).catch((error: unknown) =>
    expect(error).toBeInstanceOf(OperatorError),
  );
  expect(shown()).toContain('a.md');
});
