import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Parcel } from '../../../src/handoff/destination';
import { type MailDeps, mailDestination } from '../../../src/handoff/email/mail-destination';
import type { EmailSettings } from '../../../src/handoff/handoff-settings';
import { syntheticCase } from '../../../src/handoff/synthetic-case';
import { sayPlainly } from '../say-plainly';
import { openMailServer } from './open-mail-server';

const at = '2026-11-23T12:00:00.000Z';
const handedOver = { ...syntheticCase('P-7F3K-2QMA', new Date(at)), name: 'Ana Ñandú', email: 'ana@acme.example' };
const opened: Parcel = { key: 'P-7F3K-2QMA.desk.opened', event: 'opened', handedOver, triesBefore: 0, remote: {} };
const patient = () => new AbortController().signal;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const settings = (port: number, changes: Partial<EmailSettings> = {}): EmailSettings => ({
  ...{
    id: 'desk',
    kind: 'email',
    from: 'Assistant <bot@acme.example>',
    to: ['team@acme.example', 'boss@acme.example'],
  },
  ...{ host: '127.0.0.1', port, security: 'none' },
  ...changes,
});

async function open(changes: Partial<EmailSettings> = {}, deps: Partial<MailDeps> = {}) {
  const server = await openMailServer();
  closing.push(server.close);
  return { server, destination: mailDestination(settings(server.port, changes), { say: sayPlainly, ...deps }) };
}

test('the team gets a letter with everything, and answers the customer by replying to it', async () => {
  const { server, destination } = await open();
  expect(await destination.deliver(opened, patient())).toEqual({ kind: 'accepted' });
  const [mail] = server.mails;
  expect(mail?.recipients).toEqual(['team@acme.example', 'boss@acme.example']);
  expect(mail?.subject).toBe('[P-7F3K-2QMA] A test of the hand-off');
  expect(mail?.from).toMatchObject({ name: 'Assistant', address: 'bot@acme.example' });
  expect(mail?.replyTo).toMatchObject([{ name: 'Ana Ñandú', address: 'ana@acme.example' }]);
  expect(mail?.text).toContain('question: Does a hand-off reach the team?');
  expect(mail?.text).toContain('test, before: problem');
  expect(mail?.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
});

test('a case is one thread: what comes later refers to its first letter, and each try of a letter has the same id', async () => {
  const { server, destination } = await open();
  await destination.deliver(opened, patient());
  await destination.deliver({ ...opened, triesBefore: 1 }, patient());
  const answers = [{ at, text: 'Turn it off twice.', by: 'Grace' }];
  const answered = { ...opened, key: 'P-7F3K-2QMA.desk.answered', event: 'answered' } as const;
  await destination.deliver({ ...answered, handedOver: { ...handedOver, answers } }, patient());
  const [first, again, later] = server.mails;
  expect(first?.messageId).toBe('<p-7f3k-2qma.desk.opened@acme.example>');
  expect(again?.messageId).toBe(first?.messageId);
  expect(later).toMatchObject({ inReplyTo: first?.messageId, references: first?.messageId });
  expect(later?.subject).toBe('Re: [P-7F3K-2QMA] A test of the hand-off');
  expect(later?.text).toContain('answered Grace');
  expect(later?.text).toContain('Turn it off twice.');
});

test('what a customer typed adds no line to the head of a letter', async () => {
  const { server, destination } = await open();
  const evil = 'Ana\r\nBcc: thief@evil.example\r\n\r\nHello';
  const forged = { ...handedOver, name: evil, title: evil, question: evil };
  await destination.deliver({ ...opened, handedOver: forged }, patient());
  const [mail] = server.mails;
  expect(mail?.recipients).toHaveLength(2);
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.headers.map(({ key }) => key)).not.toContain('bcc');
});

test('answers are taken in beside the customer’s own address, where that is set', async () => {
  const { server, destination } = await open({}, { replyAddress: (reference) => `in+${reference}@bot.example` });
  await destination.deliver(opened, patient());
  expect(server.mails[0]?.replyTo).toMatchObject([
    { address: 'ana@acme.example' },
    { address: 'in+P-7F3K-2QMA@bot.example' },
  ]);
});

test.each([
  [450, 'EMESSAGE 450'],
  [552, 'EMESSAGE 552'],
])('a server that says %i has not taken it, and is told without its words', async (responseCode, why) => {
  const { server, destination } = await open();
  server.answerWith({ responseCode });
  expect(await destination.deliver(opened, patient())).toEqual({ kind: 'failed', why });
  server.answerWith(undefined);
  expect(await destination.deliver(opened, patient())).toEqual({ kind: 'accepted' });
});

test('a server that takes the connection and never says a word is given up in time', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  closing.push(() => silent.close());
  const connected = new Promise((resolve) => silent.once('connection', resolve));
  const giveUp = new AbortController();
  const destination = mailDestination(settings((silent.address() as AddressInfo).port), { say: sayPlainly });
  const sent = destination.deliver(opened, giveUp.signal);
  await connected;
  giveUp.abort();
  expect(await sent).toEqual({ kind: 'failed', why: 'no answer in time' });
});

test('a server without encryption gets nothing where encryption is asked for', async () => {
  const { server, destination } = await open({ security: 'starttls' });
  expect(await destination.deliver(opened, patient())).toMatchObject({ kind: 'failed' });
  expect(server.mails).toEqual([]);
});

test('a probe signs in and disturbs nobody; with an address of its own it sends a synthetic case there', async () => {
  const { server, destination } = await open();
  expect(await destination.probe(handedOver, {}, patient())).toEqual({ kind: 'accepted' });
  expect(server.mails).toEqual([]);
  const probing = mailDestination(settings(server.port, { probeTo: 'probe@acme.example' }), { say: sayPlainly });
  await probing.probe(handedOver, {}, patient());
  expect(server.mails).toMatchObject([{ recipients: ['probe@acme.example'] }]);
  expect(server.mails[0]?.text).toContain('test');
  await server.close();
  closing.pop();
  expect(await destination.probe(handedOver, {}, patient())).toMatchObject({ kind: 'failed' });
});
