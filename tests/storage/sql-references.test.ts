import { forgetBefore } from '../../src/storage/schema';
import { sqlOutbox } from '../../src/storage/sql-outbox';
import { sqlReferences } from '../../src/storage/sql-references';
import { behavesLikeReferences } from '../contracts/references.contract';
import { testDatabases } from './open-test-database';
import { waysToWrite } from './ways-to-write';

const open = testDatabases();
const now = () => new Date('2026-11-23T12:00:00Z');

const ways = waysToWrite(open, (db, at, write) => sqlReferences<{ serviceUrl: string; team?: string }>(db, at, write));
describe.each(ways)('references that write %s', (_, openReferences) => behavesLikeReferences(openReferences));

test('an old one is forgotten, unless something is still to be said there', async () => {
  const db = await open();
  const references = sqlReferences<object>(db, now);
  await references.keep('msteams|a', {});
  await references.keep('msteams|b', {});
  await sqlOutbox(db, now).put('msteams|b', { kind: 'reminder' }, new Date('2027-01-01T08:00:00Z'));
  await forgetBefore(db, '2026-12-24T00:00:00.000Z');
  expect(await references.find('msteams|a')).toBeUndefined();
  expect(await references.find('msteams|b')).toEqual({});
});
