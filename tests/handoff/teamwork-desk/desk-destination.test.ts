import { openDispatcher } from '../../../src/checks/http/open-dispatcher';
import type { Parcel } from '../../../src/handoff/destination';
import { syntheticCase } from '../../../src/handoff/synthetic-case';
import { deskCall } from '../../../src/handoff/teamwork-desk/desk-call';
import { deskDestination } from '../../../src/handoff/teamwork-desk/desk-destination';
import { readDeskReplies } from '../../../src/handoff/teamwork-desk/desk-replies';
import { practiceKey } from '../../../src/simulator/practice-keys';
import { type OpenDesk, openPracticeDesk } from '../../simulator/open-practice-desk';
import { sayPlainly } from '../say-plainly';

const at = new Date('2026-11-23T12:00:00Z');
const handedOver = { ...syntheticCase('P-7F3K-2QMA', at), email: 'ana@acme.example' };
const opened: Parcel = { key: 'P-7F3K-2QMA.desk.opened', event: 'opened', handedOver, triesBefore: 0, remote: {} };
const patient = () => new AbortController().signal;

let practice: OpenDesk;
beforeEach(async () => {
  practice = await openPracticeDesk();
});
afterEach(() => practice.close());

function open(key = practiceKey('ready')) {
  const dispatcher = openDispatcher();
  const account = practice.desk.account('ready');
  if (!account) throw new Error('The practice account is not there');
  const inbox = Number(account.lists.inboxes[0]?.id);
  const call = deskCall({ site: practice.origin, key, dispatcher, now: () => at });
  return { account, call, desk: deskDestination({ id: 'desk', inbox, tags: [900] }, call, sayPlainly, () => {}) };
}

const tickets = () => practice.desk.account('ready')?.lists.tickets ?? [];
const messages = () => practice.desk.account('ready')?.lists.messages ?? [];

test('a case becomes a ticket of the customer, with what was said in an internal note, and nobody is notified', async () => {
  const { desk, account } = open();
  const sent = await desk.deliver(opened, patient());
  expect(sent).toEqual({ kind: 'accepted', remote: { ticket: expect.any(Number), first: expect.any(Number) } });
  expect(tickets()).toMatchObject([{ subject: '[P-7F3K-2QMA] A test of the hand-off', tags: [{ id: 900 }] }]);
  expect(account.lists.customers).toContainEqual(expect.objectContaining({ email: 'ana@acme.example' }));
  const [first, note] = messages();
  expect(first).toMatchObject({ threadType: 'message' });
  expect(String(first?.htmlBody)).not.toContain('transcript');
  expect(note).toMatchObject({ threadType: 'note' });
  expect(String(note?.htmlBody)).toContain('Does a hand-off reach the team?');
});

test('words of a customer are words in a ticket, no tags', async () => {
  const { desk } = open();
  const evil = '<img src=x onerror=alert(1)> & <b>';
  const transcript = [{ at: at.toISOString(), from: 'customer' as const, text: evil }];
  await desk.deliver({ ...opened, handedOver: { ...handedOver, question: evil, transcript } }, patient());
  for (const { htmlBody } of messages()) expect(String(htmlBody)).not.toContain('<img');
  expect(String(messages()[1]?.htmlBody)).toContain('&lt;img');
});

test('a try that broke after the ticket was made adds the note and makes no second ticket', async () => {
  const { desk } = open();
  practice.desk.faults.set({ fault: 'server-error', resource: 'tickets/messages' });
  const sent = await desk.deliver(opened, patient());
  practice.desk.faults.clear();
  expect(sent).toMatchObject({ kind: 'failed', remote: { ticket: expect.any(Number) } });
  const remote = sent.remote ?? {};
  expect(await desk.deliver({ ...opened, triesBefore: 1, remote }, patient())).toMatchObject({ kind: 'accepted' });
  expect(tickets()).toHaveLength(1);
});

test('a process that died before it noted the ticket finds it again', async () => {
  const { desk } = open();
  await desk.deliver(opened, patient());
  expect(await desk.deliver({ ...opened, triesBefore: 1 }, patient())).toMatchObject({ kind: 'accepted' });
  expect(tickets()).toHaveLength(1);
});

test('a key that is refused is told, and never shown', async () => {
  const { desk } = open('tkn.v1_wrong');
  const sent = await desk.deliver(opened, patient());
  expect(sent).toMatchObject({ kind: 'failed', why: expect.stringMatching(/^HTTP 401/) });
  expect(JSON.stringify(sent)).not.toContain('tkn.v1_wrong');
});

test('what an agent writes to the customer is the answer; notes and the ticket itself are not', async () => {
  const { desk, call } = open();
  const sent = await desk.deliver(opened, patient());
  const remote = sent.remote ?? {};
  expect(await readDeskReplies(call, remote, at, patient())).toEqual([]);
  const message = '<p>Turn it off &amp; on again.</p><p>Grace</p>';
  await call('POST', `tickets/${remote.ticket}/messages.json`, patient(), { message, threadType: 'message' });
  await call('POST', `tickets/${remote.ticket}/messages.json`, patient(), { message: 'ours', threadType: 'note' });
  expect(await readDeskReplies(call, remote, at, patient())).toMatchObject([
    { id: expect.stringMatching(/^desk-\d+$/), via: 'teamwork-desk', text: expect.stringContaining('Turn it off') },
  ]);
});

test('probes share one closed ticket, however many there are', async () => {
  const { desk } = open();
  const first = await desk.probe(syntheticCase('P-TEST-0000', at), {}, patient());
  const second = await desk.probe(syntheticCase('P-TEST-0000', new Date()), first.remote ?? {}, patient());
  expect([first.kind, second.kind]).toEqual(['accepted', 'accepted']);
  expect(tickets()).toMatchObject([{ status: { id: 6 }, subject: expect.stringMatching(/^\[P-TEST-0000\]/) }]);
});
