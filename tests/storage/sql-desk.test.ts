import type { Case } from '../../src/handoff/case';
import { sqlDesk } from '../../src/storage/sql-desk';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const handedOver = (reference: string, at = '2026-11-23T18:30:00.000Z'): Case => ({
  reference,
  at,
  language: 'fr',
  name: "Ana d'Été",
  email: 'ana@acme.fr',
  topic: 'inbox',
  conversation: 'web|a',
  transcript: [{ at, from: 'customer', text: 'aide' }],
});

test('a case is kept whole, newest first', async () => {
  const desk = sqlDesk(await open());
  const [older, newer] = [handedOver('P-OLD', '2026-11-22T08:00:00.000Z'), handedOver('P-NEW')];
  expect(await desk.deliver(older)).toEqual({ kind: 'delivered' });
  expect(await desk.deliver(newer)).toEqual({ kind: 'delivered' });
  expect(await desk.list()).toEqual([newer, older]);
});

test('a case that cannot be kept is a failure with a reason, not a crash, and the first one stays', async () => {
  const desk = sqlDesk(await open());
  await desk.deliver(handedOver('P-1'));
  expect(await desk.deliver({ ...handedOver('P-1'), name: 'Other' })).toEqual({
    kind: 'failed',
    why: expect.stringMatching(/unique/i),
  });
  expect((await desk.list()).map(({ name }) => name)).toEqual(["Ana d'Été"]);
});
