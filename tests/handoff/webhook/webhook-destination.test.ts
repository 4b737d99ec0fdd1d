import { Webhook } from 'standardwebhooks';
import type { Parcel } from '../../../src/handoff/destination';
import { syntheticCase } from '../../../src/handoff/synthetic-case';
import { openPublicLookup } from '../../../src/handoff/webhook/public-addresses';
import { webhookDestination } from '../../../src/handoff/webhook/webhook-destination';
import { openReceiver } from './open-receiver';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const handedOver = syntheticCase('P-7F3K-2QMA', new Date('2026-11-23T12:00:00Z'));
const parcel: Parcel = { key: 'P-7F3K-2QMA.crm.opened', event: 'opened', handedOver, triesBefore: 0, remote: {} };
const patient = () => new AbortController().signal;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(changes: { url?: string; secret?: string; allowPrivate?: boolean } = {}) {
  const receiver = await openReceiver();
  const settings = { id: 'crm', kind: 'webhook', url: receiver.url, secret: SECRET, allowPrivate: true } as const;
  // A receiver compares with its own clock.
  const destination = webhookDestination({ ...settings, ...changes }, () => new Date());
  closing.push(destination.close, receiver.close);
  return { receiver, destination };
}

test('a receiver proves it with the library of Standard Webhooks, and reads the whole packet', async () => {
  const { receiver, destination } = await open();
  expect(await destination.deliver(parcel, patient())).toEqual({ kind: 'accepted' });
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
  const read = new Webhook(SECRET).verify(body, headers as Record<string, string>);
  expect(headers['webhook-id']).toBe('P-7F3K-2QMA.crm.opened');
  expect(headers['webhook-signature']).toMatch(/^v1,/);
  expect(read).toMatchObject({
    type: 'case.opened',
    data: { reference: 'P-7F3K-2QMA', channel: 'synthetic', test: false, steps: { done: 1, total: 2 } },
  });
  expect(body).not.toContain('synthetic|nobody');
});

test('a body that was changed on the way is not proved', async () => {
  const { receiver, destination } = await open();
  await destination.deliver(parcel, patient());
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
  const forged = body.replace('test@example.com', 'else@example.com');
  expect(() => new Webhook(SECRET).verify(forged, headers as Record<string, string>)).toThrow('signature');
});

test('the id is the same at every try, so that a receiver may drop the second', async () => {
  const { receiver, destination } = await open();
  receiver.answerWith(500);
  expect(await destination.deliver(parcel, patient())).toEqual({ kind: 'failed', why: 'HTTP 500' });
  await destination.deliver({ ...parcel, triesBefore: 1 }, patient());
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

test('a receiver that wants to be left alone says for how long', async () => {
  const { receiver, destination } = await open();
  receiver.answerWith(429, { 'retry-after': '120' });
  expect(await destination.deliver(parcel, patient())).toMatchObject({ why: 'HTTP 429', retryAfterSeconds: 120 });
});

test('a redirect is not followed, to a private address or any other', async () => {
  const secret = await openReceiver();
  closing.push(secret.close);
  const { receiver, destination } = await open();
  receiver.answerWith(307, { location: secret.url });
  expect(await destination.deliver(parcel, patient())).toMatchObject({ kind: 'failed', why: /redirect/ });
  expect(secret.received).toEqual([]);
});

test('a receiver that hangs is given up when its time is over', async () => {
  const { receiver, destination } = await open();
  const arrived = new Promise<void>((resolve) => receiver.hang(resolve));
  const giveUp = new AbortController();
  const sent = destination.deliver(parcel, giveUp.signal);
  await arrived;
  giveUp.abort();
  expect(await sent).toEqual({ kind: 'failed', why: 'no answer in time' });
});

test('a name that leads to this machine is refused where private addresses are not let', async () => {
  const { receiver } = await open();
  const { destination } = await open({ url: `http://localhost:${receiver.port}/`, allowPrivate: false });
  expect(await destination.deliver(parcel, patient())).toEqual({ kind: 'failed', why: 'EPRIVATE' });
  expect(receiver.received).toEqual([]);
});

test('a name of which one address is private is refused, whatever the others are', (done) => {
  const both = [
    { address: '93.184.216.34', family: 4 },
    { address: '169.254.169.254', family: 4 },
  ];
  const lookup = openPublicLookup(((_name: string, _options: object, callback: (...all: unknown[]) => void) =>
    callback(null, both)) as never);
  lookup('rebound.example', {}, (error) => {
    expect(error).toMatchObject({ code: 'EPRIVATE' });
    done();
  });
});

test('what went wrong is told without addresses', async () => {
  const { receiver, destination } = await open();
  await receiver.close();
  closing.pop();
  expect(await destination.deliver(parcel, patient())).toEqual({ kind: 'failed', why: 'ECONNREFUSED' });
});
