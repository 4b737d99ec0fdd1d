import { readHandoffSettings } from '../../src/handoff/handoff-settings';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const webhook = { id: 'crm', kind: 'webhook', url: 'https://hooks.acme.example/cases', secret: SECRET };
const problems = (given: object, env = {}) => {
  const read = readHandoffSettings({ destinations: [webhook], ...given }, env);
  return read.kind === 'invalid' ? read.problems : [];
};

test('a secret may stand among the settings instead of in the file', () => {
  const read = readHandoffSettings({ destinations: [{ ...webhook, secret: '$CRM_SECRET' }] }, { CRM_SECRET: SECRET });
  expect(read).toMatchObject({ kind: 'read', settings: { destinations: [{ secret: SECRET, allowPrivate: false }] } });
});

test('everything that is wrong is listed at once, with its place, and no secret', () => {
  const found = problems({
    destinations: [
      { ...webhook, secret: '$NOT_SET' },
      { id: 'Mail Box', kind: 'email', from: 'nobody', to: 'x', host: 'smtp.acme.example', user: 'bot' },
      { id: 'room', kind: 'teams', conversation: 'general', serviceUrl: 'http://teams.example/' },
      { id: 'pigeon', kind: 'pigeon' },
    ],
    hours: { timeZone: 'Mars/Base', week: { monday: '18-9' }, answerWithinHours: 0 },
    probeMinuets: 5,
  });
  expect(found).toEqual(
    expect.arrayContaining([
      '$NOT_SET is not set',
      expect.stringMatching(/^destinations\.1\.id: /),
      expect.stringMatching(/^destinations\.1\.from: /),
      expect.stringMatching(/^destinations\.1\.to/),
      expect.stringMatching(/^destinations\.2\.conversation: .*19:/),
      expect.stringMatching(/^destinations\.2\.serviceUrl: https expected/),
      expect.stringMatching(/^destinations\.3\.kind: /),
      expect.stringMatching(/^hours\.timeZone: .*Europe\/Paris/),
      expect.stringMatching(/probeMinuets/),
    ]),
  );
  expect(found.join()).not.toContain(SECRET);
});

test.each([
  ['http://hooks.acme.example/'],
  ['https://localhost/x'],
  ['https://127.0.0.1/x'],
  ['https://10.0.0.8/x'],
  ['https://192.168.1.4/'],
  ['https://169.254.169.254/latest/meta-data'],
  ['https://[::1]/x'],
  ['https://[fd00::1]/x'],
  ['https://[::ffff:10.0.0.8]/x'],
  ['https://0.0.0.0/'],
  ['https://100.64.0.1/'],
])('a webhook to %s is refused, unless it is let', (url) => {
  expect(problems({ destinations: [{ ...webhook, url }] })).not.toEqual([]);
  expect(problems({ destinations: [{ ...webhook, url, allowPrivate: true }] })).toEqual([]);
});

test('two of one name are refused: their deliveries could not be told apart', () => {
  expect(problems({ destinations: [webhook, webhook] })).toEqual(['destinations: two are called crm']);
});

test('a user without a password is refused', () => {
  const mail = { id: 'm', kind: 'email', from: 'a@b.example', to: ['c@d.example'], host: 'h', user: 'u' };
  expect(problems({ destinations: [mail] })).toEqual(['destinations.0: user and password belong together']);
});

test('a mailbox that answers come to lie in is read by TLS unless told otherwise, and is not half set', () => {
  const mailReplies = { address: 'in@bot.example', secret: SECRET, from: '@acme.example' };
  const imap = { host: 'imap.acme.example', user: 'in', password: 'x' };
  const given = { destinations: [webhook], mailReplies: { ...mailReplies, imap } };
  expect(readHandoffSettings(given, {})).toMatchObject({
    settings: { mailReplies: { imap: { port: 993, security: 'tls', folder: 'INBOX' } } },
  });
  expect(problems({ mailReplies: { ...mailReplies, imap: { host: 'imap.acme.example' } } })).toEqual([
    expect.stringMatching(/^mailReplies\.imap\.user: /),
    expect.stringMatching(/^mailReplies\.imap\.password: /),
  ]);
});
