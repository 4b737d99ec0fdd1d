import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/bot/compose';
import type { Config } from '../../src/bot/config';
import { readiness } from '../../src/bot/readiness';
import { replyAddress } from '../../src/handoff/email/mail-reply';
import { type HandoffSettings, NOBODY_TOLD } from '../../src/handoff/handoff-settings';
import { openTestApp, startTalk, type Talk } from '../converse';
import { openImapServer } from './email/open-imap-server';
import { openReceiver } from './webhook/open-receiver';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Without a destination. */
let untold: App;
beforeAll(async () => {
  untold = await openTestApp();
});
afterAll(() => untold.close());

let time = 0;
async function open(settings: Partial<HandoffSettings> = {}, changes: Partial<Config> = {}) {
  time = Date.parse('2026-11-27T16:00:00Z');
  const receiver = await openReceiver();
  const crm = { id: 'crm', kind: 'webhook', url: receiver.url, secret: SECRET, allowPrivate: true } as const;
  const handoff = { ...NOBODY_TOLD, destinations: [crm], ...settings };
  const app = await openTestApp({ handoff, ...changes }, { now: () => new Date(time) });
  closing.push(app.close, receiver.close);
  const deliver = async () => {
    for (const { what, run } of app.handoffs.recurring) if (what.startsWith('deliver')) await run();
  };
  return { app, receiver, deliver };
}

async function handOver(talk: Talk) {
  await talk.say('Talk to a person');
  await talk.say('Ana Diaz');
  await talk.say('ana@acme.fr');
  return talk.click('Send');
}

test('the team receives what the customer need not say again: question, article, steps, transcript', async () => {
  const { app, receiver, deliver } = await open();
  const talk = startTalk(app, { locale: 'en-GB' });
  await talk.say('how do i turn off triggers');
  await talk.click('Step by step');
  await talk.say('next');
  const sent = await handOver(talk);
  expect(sent.text).toMatch(/on its way.*P-\w{4}-\w{4}/);
  await deliver();
  const [{ data } = { data: undefined }] = receiver.received.map(({ body }) => JSON.parse(body));
  expect(data).toMatchObject({
    question: 'how do i turn off triggers',
    topic: 'triggers',
    title: 'Turn off triggers in Teamwork Desk',
    steps: { title: 'Turn off triggers in Teamwork Desk', done: 1, total: 7 },
    language: 'en',
    channel: 'emulator',
    name: 'Ana Diaz',
    email: 'ana@acme.fr',
  });
  expect(data.transcript[0]).toMatchObject({ from: 'customer', text: 'how do i turn off triggers' });
  expect((await talk.say('when will they answer?')).text).toContain('is with');
});

test('a key that the customer typed is in no packet', async () => {
  const { app, receiver, deliver } = await open();
  const talk = startTalk(app, { locale: 'en-GB' });
  const key = `tkn.v1_${'aB3'.repeat(20)}`;
  await talk.say(`my key is ${key} what now`);
  await handOver(talk);
  await deliver();
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]?.body).not.toContain(key.slice(8, 30));
});

test('by when the team answers is said by the customer’s clock, over a weekend', async () => {
  const day = [{ from: 9 * 60, to: 18 * 60 }];
  const hours = { timeZone: 'Europe/Paris', week: [day, day, day, day, day], holidays: [], answerWithinMinutes: 240 };
  const { app, deliver } = await open({ hours });
  const talk = startTalk(app, { locale: 'en-GB' });
  // Friday, 17:00 in Paris.
  expect((await handOver(talk)).text).toContain('by Monday, November 30 at 12:00');
  await deliver();
  // Asked again later, it is the same time; once that has passed, none is told any more.
  time += 24 * 60 * 60 * 1000;
  expect((await talk.say('when will they answer?')).text).toContain('by Monday, November 30 at 12:00');
  time += 4 * 24 * 60 * 60 * 1000;
  expect((await talk.say('when will they answer?')).text).toContain("I don't know when");
});

test.each([
  ['fr-FR', 'Parler à une personne', 'Envoyer', "personne n'en est prévenu"],
  ['en-GB', 'Talk to a person', 'Send', 'nobody is alerted'],
  ['de-DE', 'Mit einer Person sprechen', 'Senden', 'niemand hingewiesen'],
  ['es-ES', 'Hablar con una persona', 'Enviar', 'nadie recibe aviso'],
])('without a destination nothing is promised (%s)', async (locale, person, send, honest) => {
  const talk = startTalk(untold, { locale });
  await talk.say(person);
  await talk.say('Ana Diaz');
  await talk.say('ana@acme.fr');
  expect((await talk.click(send)).text).toContain(honest);
  expect(await untold.cases()).toContainEqual(expect.objectContaining({ language: locale.slice(0, 2) }));
});

test('while the only way to the team is down the customer is told, and offered another; the case arrives later', async () => {
  const { app, receiver, deliver } = await open({}, { team: { email: 'help@acme.example' } });
  receiver.answerWith(500);
  for (const { what, run } of app.handoffs.recurring) {
    if (!what.startsWith('probe')) continue;
    await run();
    await run();
  }
  expect(await readiness(app)).toMatchObject({
    status: 'degraded',
    handoff: [{ id: 'crm', kind: 'webhook', state: 'down', why: 'HTTP 500' }],
  });
  const talk = startTalk(app, { locale: 'en-GB' });
  const sent = await handOver(talk);
  expect(sent.text).toMatch(/hasn't reached anyone yet.*P-\w{4}-\w{4}.*help@acme\.example/);
  await deliver();
  expect((await talk.say('when will they answer?')).text).toContain("hasn't reached");
  receiver.answerWith(200);
  time += 60_000;
  await deliver();
  expect(await readiness(app)).toMatchObject({ status: 'ready', handoff: [{ state: 'up', waiting: 0 }] });
  expect((await talk.say('when will they answer?')).text).toContain('is with');
});

test('a case that waits is delivered by the next process, from the same state file', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'passerelle-handed-over-'));
  const first = await open({}, { dataFolder });
  await handOver(startTalk(first.app, { locale: 'en-GB' }));
  expect(await readiness(first.app)).toMatchObject({ handoff: [{ id: 'crm', state: 'unknown', waiting: 1 }] });
  await first.app.close();
  closing.splice(closing.indexOf(first.app.close), 1);
  const second = await open({}, { dataFolder });
  closing.push(() => rmSync(dataFolder, { recursive: true }));
  await second.deliver();
  expect(first.receiver.received).toHaveLength(0);
  expect(second.receiver.received).toHaveLength(1);
});

test('an answer that the team sends by mail is fetched from its mailbox into the chat, once; nothing is posted there then', async () => {
  const mailbox = await openImapServer();
  const imap = { host: '127.0.0.1', port: mailbox.port, security: 'none', folder: 'INBOX' } as const;
  const signIn = { user: 'in', password: 'a password' };
  const mailReplies = { address: 'in@bot.example', secret: SECRET, from: ['@acme.example'] };
  const { app } = await open({ mailReplies: { ...mailReplies, imap: { ...imap, ...signIn } } });
  closing.push(mailbox.close);
  const id = 'web-by-imap';
  await app.web.log.start({ id, user: 'dl_ana', locale: 'en-GB' });
  const sent = await handOver(startTalk(app, { channelId: 'directline', id, locale: 'en-GB' }));
  const reference = /P-\w{4}-\w{4}/.exec(sent.text)?.[0] ?? '';
  const from = 'grace@acme.example';
  const letter = {
    ...{ from, to: [replyAddress(mailReplies, reference)] },
    raw: `From: ${from}\r\nMessage-ID: <1@acme.example>\r\n\r\nBy mail.`,
  };
  // Forwarded by a rule, it lies there twice.
  mailbox.mails.push(letter, { ...letter });
  const poll = app.handoffs.recurring.filter(({ what }) => what === 'read answers by mail');
  expect(poll).toHaveLength(1);
  for (const { run } of [...poll, ...poll]) await run();
  expect((await app.cases())[0]?.answers).toMatchObject([{ text: 'By mail.', via: 'email' }]);
  expect(app.answerMail).toBeUndefined();
});
