import { imapMailbox } from '../../../src/handoff/email/imap-mailbox';
import { type ReadMail, readMailReply, replyAddress } from '../../../src/handoff/email/mail-reply';
import { type LyingMail, openImapServer } from './open-imap-server';

const secret = 'a-secret-of-24-signs-at-least';
const replies = { address: 'in@bot.example', secret, from: ['@acme.example'] };
const to = replyAddress(replies, 'P-7F3K-2QMA');
const now = () => new Date('2026-11-23T12:00:00Z');

let server: Awaited<ReturnType<typeof openImapServer>>;
beforeEach(async () => {
  server = await openImapServer();
});
afterEach(() => server.close());

const open = (changes: { readonly password?: string; readonly port?: number; readonly security?: 'starttls' } = {}) =>
  imapMailbox(
    {
      secret,
      imap: {
        ...{ host: '127.0.0.1', port: server.port, security: 'none', folder: 'INBOX' },
        ...{ user: 'in', password: 'a password' },
        ...changes,
      },
    },
    now,
  );

/** A letter as a mail program sends it. */
function letter(text: string, { from = 'grace@acme.example', addressed = [to], headers = '' } = {}): LyingMail {
  const raw = `From: Grace <${from}>\r\nMessage-ID: <${text.length}@acme.example>\r\n${headers}\r\n${text}`;
  return { from, to: addressed, raw };
}

/** What is taken, and how the look ends. */
async function look(mailbox = open(), signal = new AbortController().signal) {
  const taken: ReadMail[] = [];
  const came = await mailbox.read(async (mail) => void taken.push(mail), signal);
  return { taken, came };
}

test('what somebody of the team replies is read once; other mail in that box is not touched', async () => {
  const foreign = letter('The menu of the week', { addressed: ['in@bot.example'] });
  const forged = letter('Pay here', { addressed: [to.replace('7F3K', '7F3M')] });
  server.mails.push(foreign, letter('It is on.'), forged);
  const { taken, came } = await look();
  expect(came).toEqual({ kind: 'read' });
  expect(taken.map((mail) => readMailReply(replies, mail))).toEqual([
    { kind: 'reply', reference: 'P-7F3K-2QMA', text: 'It is on.', id: 'mail-<9@acme.example>' },
  ]);
  expect((await look()).taken).toEqual([]);
  expect(server.mails.map(({ isSeen = false }) => isSeen)).toEqual([false, true, false]);
});

test('a sender who is none of the team reaches nobody', async () => {
  server.mails.push(letter('Pay here', { from: 'eve@evil.example' }));
  const { taken } = await look();
  expect(taken.map((mail) => readMailReply(replies, mail))).toEqual([{ kind: 'refused', why: 'sender' }]);
});

test('ten megabytes behind it stay where they are; the words are read', async () => {
  const mixed = 'Content-Type: multipart/mixed; boundary=b\r\n';
  const file = `--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\n${'x'.repeat(10_000_000)}`;
  server.mails.push(letter(`--b\r\nContent-Type: text/plain\r\n\r\nIt is on.\r\n${file}\r\n--b--`, { headers: mixed }));
  const { taken } = await look();
  expect(taken.map(({ text }) => text.trim())).toEqual(['It is on.']);
  expect(server.sent.reduce((all, bytes) => all + bytes, 0)).toBeLessThan(300_000);
});

test('a letter that is HTML alone is read as words, without its style', async () => {
  const html = '<head><style>p { color: red }</style></head><p>It is <b>on</b> &amp; well.</p><p>Grace</p>';
  server.mails.push(letter(html, { headers: 'Content-Type: text/html\r\n' }));
  expect((await look()).taken[0]?.text.trim()).toBe('It is on & well.\nGrace');
});

test.each(['Auto-Submitted: auto-replied', 'X-Autoreply: yes', 'Precedence: auto_reply'])(
  'an out-of-office (%s) is no answer',
  async (header) => {
    server.mails.push(letter('Back in May.', { headers: `${header}\r\n` }));
    const { taken } = await look();
    expect(taken.map((mail) => readMailReply(replies, mail))).toEqual([{ kind: 'refused', why: 'automatic' }]);
  },
);

test('what could not be taken is read the next time', async () => {
  server.mails.push(letter('It is on.'));
  const failing = open().read(() => Promise.reject(new Error('database is locked')), new AbortController().signal);
  await expect(failing).rejects.toThrow('database is locked');
  expect((await look()).taken).toHaveLength(1);
});

describe('it is told, by a word and without an address, when the mailbox', () => {
  test('does not let us in', async () => {
    expect((await look(open({ password: 'wrong' }))).came).toEqual({ kind: 'failed', why: 'sign-in refused' });
  });

  test('is not there', async () => {
    expect((await look(open({ port: 9 }))).came).toEqual({ kind: 'failed', why: 'ECONNREFUSED' });
  });

  test('would have the password in the clear', async () => {
    expect((await look(open({ security: 'starttls' }))).came).toMatchObject({ kind: 'failed' });
    expect(server.commands.join()).not.toContain('password');
  });

  test('takes the connection and says nothing', async () => {
    const called = server.fallSilent();
    const giveUp = new AbortController();
    const looking = look(open(), giveUp.signal);
    await called;
    giveUp.abort();
    expect((await looking).came).toEqual({ kind: 'failed', why: 'no answer in time' });
    expect((await look(open(), AbortSignal.abort())).came).toEqual({ kind: 'failed', why: 'no answer in time' });
  });
});
