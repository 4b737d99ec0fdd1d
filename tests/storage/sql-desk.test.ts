import { sqlDesk } from '../../src/storage/sql-desk';
import { behavesLikeADesk, handedOver } from '../contracts/desk.contract';
import { testDatabases } from './open-test-database';
import { waysToWrite } from './ways-to-write';

const open = testDatabases();

const ways = waysToWrite(open, (db, _, write) => sqlDesk(db, write));
describe.each(ways)('a desk that writes %s', (_, openDesk) => behavesLikeADesk(openDesk));

test('a case that cannot be kept is a failure with a reason, not a crash', async () => {
  const desk = sqlDesk(await open());
  await desk.deliver(handedOver('P-1'));
  expect(await desk.deliver(handedOver('P-1'))).toEqual({ kind: 'failed', why: expect.stringMatching(/unique/i) });
});
