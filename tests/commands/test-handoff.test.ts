import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openImapServer } from '../handoff/email/open-imap-server';
import { openReceiver } from '../handoff/webhook/open-receiver';

const CLI = join(__dirname, '..', '..', 'dist', 'cli.js');
const SECRET = 'a-secret-of-24-signs-at-least';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-test-handoff-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the operator sees, and the exit code. */
function testHandoff(destinations: readonly object[], env: Readonly<Record<string, string>> = {}, ...args: string[]) {
  return testFile({ destinations }, env, ...args);
}

function testFile(settings: object, env: Readonly<Record<string, string>>, ...args: string[]) {
  const file = join(folder, 'handoff.yml');
  writeFileSync(file, JSON.stringify(settings));
  return new Promise<{ code: number; seen: string }>((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH, HANDOFF_FILE: file, ...env } };
    execFile(process.execPath, [CLI, 'test-handoff', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, seen: stdout + stderr }),
    );
  });
}

const MAIL_PASSWORD = 'a password';
const repliesIn = ({ port }: { readonly port: number }) => ({
  ...{ address: 'in@bot.example', secret: SECRET, from: '@acme.example' },
  imap: { host: '127.0.0.1', port, security: 'none', user: 'in', password: '$MAIL_PASSWORD' },
});
const webhook = (id: string, url: string) => ({ id, kind: 'webhook', url, secret: '$SECRET', allowPrivate: true });

test('an operator sees which destination has taken the test case, and why another has not', async () => {
  const receiver = await openReceiver();
  const refusing = await openReceiver();
  refusing.answerWith(503);
  const both = [webhook('crm', receiver.url), webhook('old', refusing.url)];
  const mailbox = await openImapServer();
  const tried = await testFile({ destinations: both, mailReplies: repliesIn(mailbox) }, { SECRET, MAIL_PASSWORD });
  expect(tried.code).toBe(1);
  expect(tried.seen).toMatch(/crm \(webhook\): delivered as P-\w{4}-\w{4}/);
  expect(tried.seen).toContain('old (webhook): NOT delivered, HTTP 503');
  expect(tried.seen).toContain('answers by mail: the mailbox can be read');
  expect(JSON.parse(receiver.received[0]?.body ?? '{}')).toMatchObject({ type: 'case.opened', data: { test: true } });
  expect(await testHandoff(both, { SECRET }, 'crm')).toMatchObject({ code: 0 });
  for (const { close } of [receiver, refusing, mailbox]) await close();
});

test('a secret that is not set is named; the file is not taken for good', async () => {
  const { code, seen } = await testHandoff([webhook('crm', 'http://127.0.0.1:9/')]);
  expect(code).toBe(1);
  expect(seen).toContain('HANDOFF_FILE: $SECRET is not set');
});

test('a mailbox of answers that lets nobody in is told, too', async () => {
  const [receiver, mailbox] = [await openReceiver(), await openImapServer()];
  const settings = { destinations: [webhook('crm', receiver.url)], mailReplies: repliesIn(mailbox) };
  const refused = await testFile(settings, { SECRET, MAIL_PASSWORD: 'old' });
  expect(refused).toEqual({ code: 1, seen: expect.stringContaining('can NOT be read, sign-in refused') });
  await receiver.close();
  await mailbox.close();
});
