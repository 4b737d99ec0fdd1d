import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { App } from '../../src/bot/compose';
import { createServer, type PasserelleServer } from '../../src/bot/server';
import { replyAddress } from '../../src/handoff/email/mail-reply';
import { type HandoffSettings, NOBODY_TOLD } from '../../src/handoff/handoff-settings';
import { practiceKey } from '../../src/simulator/practice-keys';
import { openTestApp, startTalk, textOf } from '../converse';

const CHANNEL = '19:abc@thread.tacv2';
/** Of the practice account that is ready. */
const SUPPORT_INBOX = 36_018;
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const mailReplies = { address: 'in@bot.example', secret: SECRET, from: ['@acme.example'] };

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: { attachments?: { content: Card }[] };
}
interface Card {
  readonly body: object[];
  readonly actions: { title: string; verb: string; data: object }[];
}

/** What Teams is for the bot: a service that takes its messages. */
async function openService() {
  const calls: Call[] = [];
  const server = createHttpServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    calls.push({ method: request.method ?? '', path: request.url ?? '', body: JSON.parse(body || '{}') });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: 'card-1' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { calls, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

let app: App;
let server: PasserelleServer;
let base: string;
let service: Awaited<ReturnType<typeof openService>>;
/** What the customers hear unasked. */
let heard: string[];
let clicks = 0;
let time = Date.parse('2026-11-23T12:00:00Z');

beforeAll(async () => {
  service = await openService();
  const probe = createHttpServer().listen(0);
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const handoff: HandoffSettings = {
    ...NOBODY_TOLD,
    ...{ mailReplies, probeMinutes: 1440, pollSeconds: 3600 },
    destinations: [
      { id: 'room', kind: 'teams', conversation: CHANNEL, serviceUrl: service.url },
      {
        id: 'desk',
        kind: 'teamwork-desk',
        site: 'practice',
        key: practiceKey('ready'),
        inbox: SUPPORT_INBOX,
        tags: [],
      },
    ],
  };
  base = `http://127.0.0.1:${port}`;
  app = await openTestApp({ handoff, port, publicUrl: base }, { now: () => new Date(time) });
  heard = [];
  server = createServer(app);
  await server.listen(port);
  app.adapter.openLocally(() => ({
    begin: async () => {},
    deliver: async (activity) => {
      if (activity.type === 'message') heard.push(textOf(activity));
      return 'unasked';
    },
  }));
});
afterAll(async () => {
  await server.stop();
  service.server.closeAllConnections();
  service.server.close();
});
beforeEach(() => {
  heard.length = 0;
  service.calls.length = 0;
});

/** Does what the server does regularly, some minutes later; its own rounds may have begun it already. */
const run = async (what: RegExp) => {
  time += 120_000;
  for (const each of app.handoffs.recurring) if (what.test(each.what)) await each.run();
};

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 1000; tries++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It never comes: ${look}`);
}

let customers = 0;
async function handOver(): Promise<string> {
  const id = `web-customer-${customers++}`;
  await app.web.log.start({ id, user: 'dl_ana', locale: 'en-GB' });
  const talk = startTalk(app, { channelId: 'directline', id, locale: 'en-GB' });
  await talk.say('Talk to a person');
  await talk.say('Ana Diaz');
  await talk.say('ana@acme.fr');
  return /P-\w{4}-\w{4}/.exec((await talk.click('Send')).text)?.[0] ?? '';
}

const cards = () => service.calls.flatMap(({ body }) => body.attachments?.map(({ content }) => content) ?? []);
const cardOf = (reference: string) => until(() => cards().findLast((card) => JSON.stringify(card).includes(reference)));

/** A colleague clicks on a button of a card. */
async function click(card: Card, title: string, typed: object = {}, conversation = CHANNEL) {
  const action = card.actions.find((one) => one.title === title);
  if (!action) throw new Error(`No button ${title}`);
  return post(action, typed, conversation);
}

async function post(action: { verb: string; data: object }, typed: object, conversation = CHANNEL) {
  const response = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'invoke', name: 'adaptiveCard/action', id: `click-${clicks++}`, channelId: 'msteams' },
      ...{ serviceUrl: service.url, from: { id: '29:grace', name: 'Grace' }, recipient: { id: '28:bot' } },
      conversation: { id: `${conversation};messageid=1`, conversationType: 'channel', isGroup: true },
      value: { action: { type: 'Action.Execute', ...action, data: { ...action.data, ...typed } } },
    }),
  });
  return { status: response.status, body: JSON.stringify(await response.json().catch(() => null)) };
}

test('the card in Teams: claimed, answered into the chat, closed; it changes in place', async () => {
  const reference = await handOver();
  await run(/^deliver to room/);
  const card = await cardOf(reference);
  expect((await click(card, "I'll take it")).body).toContain('Grace takes care of it');
  expect((await click(card, 'Send the answer', { answer: 'Turn it off twice.' })).body).toContain('Turn it off twice.');
  await app.deliverDue();
  expect(await until(() => heard[0])).toContain('Turn it off twice.');
  expect((await click(card, 'Close the case')).body).toContain('the case is closed');
  await run(/^deliver to room/);
  const about = () => service.calls.filter(({ body }) => JSON.stringify(body).includes(reference));
  await until(() => about().find(({ body }) => JSON.stringify(body).includes('the case is closed')));
  expect(about().map(({ method }) => method)).toEqual([
    'POST',
    ...about()
      .slice(1)
      .map(() => 'PUT'),
  ]);
  expect((await app.cases()).find((one) => one.reference === reference)).toMatchObject({
    claimed: { by: 'Grace' },
    answers: [{ text: 'Turn it off twice.', via: 'teams', by: 'Grace' }],
    closedAt: expect.any(String),
  });
});

test('of two who answer at once the second is shown the first answer, and nothing of theirs is lost', async () => {
  const reference = await handOver();
  await run(/^deliver to room/);
  const card = await cardOf(reference);
  const send = card.actions.find(({ title }) => title === 'Send the answer');
  if (!send) throw new Error('No way to answer');
  await post(send, { answer: 'First.' });
  const second = await post(send, { answer: 'Second.' });
  expect(second.body).toContain('answered meanwhile');
  expect(second.body).toContain('Second.');
  await app.deliverDue();
  expect(await until(() => heard[0])).toContain('First.');
  expect(heard.join()).not.toContain('Second.');
});

test('a click from any other conversation changes nothing, whatever it says', async () => {
  const reference = await handOver();
  await run(/^deliver to room/);
  const card = await cardOf(reference);
  await click(card, 'Send the answer', { answer: 'Your account is blocked, pay here.' }, '19:evil@thread.tacv2');
  await app.deliverDue();
  expect(heard).toEqual([]);
  expect((await app.cases()).find((one) => one.reference === reference)?.answers).toBeUndefined();
});

test('an answer with a key in it is not sent', async () => {
  const reference = await handOver();
  await run(/^deliver to room/);
  const refused = await click(await cardOf(reference), 'Send the answer', { answer: `Use tkn.v1_${'aB3'.repeat(20)}` });
  expect(refused.body).toContain('Take it out');
  await app.deliverDue();
  expect(heard).toEqual([]);
});

test('what an agent writes in the Desk ticket comes into the chat, once, and the card in Teams tells', async () => {
  const reference = await handOver();
  await run(/^deliver/);
  const account = app.practice?.account('ready');
  const ticket = await until(() => account?.lists.tickets.find(({ subject }) => String(subject).includes(reference)));
  // Its number is noted once the note with the transcript is there.
  await until(() => account?.lists.messages.find(({ htmlBody }) => String(htmlBody).includes(`answer ${reference}`)));
  await run(/^deliver to desk/);
  const reply = { message: '<p>It is ready now.</p>', threadType: 'message' };
  await fetch(`${base}/practice/desk/api/v2/tickets/${ticket.id}/messages.json`, {
    ...{ method: 'POST', body: JSON.stringify(reply) },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${practiceKey('ready')}` },
  });
  await run(/^read answers/);
  await run(/^read answers/);
  await app.deliverDue();
  await until(() => heard[0]);
  expect(heard.filter((text) => text.includes('It is ready now.'))).toHaveLength(1);
  await run(/^deliver/);
  await until(() => cards().find((card) => JSON.stringify(card).includes('It is ready now.')));
});

describe('a reply by mail', () => {
  const postMail = (mail: object, sign = SECRET, id = 'msg_1') => {
    const body = JSON.stringify(mail);
    const at = new Date();
    return fetch(`${base}/handoff/mail`, {
      ...{ method: 'POST', body },
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(sign).sign(id, at, body),
      },
    });
  };

  test('comes into the chat, once, however often the mail service posts it', async () => {
    const reference = await handOver();
    const mail = { from: 'Grace <grace@acme.example>', to: replyAddress(mailReplies, reference), text: 'By mail.' };
    expect((await postMail(mail)).status).toBe(202);
    expect((await postMail(mail)).status).toBe(202);
    await app.deliverDue();
    await until(() => heard[0]);
    expect(heard.filter((text) => text.includes('By mail.'))).toHaveLength(1);
  });

  test('is refused without the signature, and forged senders reach nobody', async () => {
    const reference = await handOver();
    const to = replyAddress(mailReplies, reference);
    const other = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    expect((await postMail({ from: 'grace@acme.example', to, text: 'x' }, other)).status).toBe(401);
    expect((await fetch(`${base}/handoff/mail`, { method: 'POST', body: '{}' })).status).toBe(401);
    await postMail({ from: 'eve@evil.example', to, text: 'x' }, SECRET, 'msg_2');
    await app.deliverDue();
    expect(heard).toEqual([]);
  });

  test('with ten megabytes behind it is refused, and the server lives', async () => {
    const huge = await postMail({ from: 'grace@acme.example', attachments: 'x'.repeat(10 * 1024 * 1024) });
    expect(huge.status).toBe(413);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });
});
