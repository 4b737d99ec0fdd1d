import { openCommitQueue } from '../../src/storage/commit-queue';
import { sqlTranscript } from '../../src/storage/sql-transcript';
import { sqlTransferCodes } from '../../src/storage/sql-transfer-codes';
import { CommitError, openUnitOfWork } from '../../src/storage/unit-of-work';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const now = () => new Date('2026-11-23T18:30:00Z');
const line = (text: string) => ({ at: now().toISOString(), from: 'customer', text }) as const;

/** A unit of work over a transcript, and what is stored. */
async function transcriptUnit() {
  const db = await open();
  const unit = openUnitOfWork(openCommitQueue(db));
  return {
    db,
    unit,
    transcript: sqlTranscript(db, unit.write),
    staying: sqlTranscript(db, unit.always),
    stored: async () => (await sqlTranscript(db).read('web|a')).map(({ text }) => text),
  };
}

test('what is gathered is stored at the commit, all of it, and nothing before', async () => {
  const { unit, transcript, stored } = await transcriptUnit();
  await transcript.append('web|a', [line('un'), line('deux')]);
  expect(await stored()).toEqual([]);
  await unit.commit();
  await unit.commit();
  expect(await stored()).toEqual(['un', 'deux']);
});

test('when one statement fails nothing is stored, which is said, and nobody is told of a commit', async () => {
  const { db, unit, transcript, stored } = await transcriptUnit();
  const told: string[] = [];
  await transcript.append('web|a', [line('un')]);
  unit.onCommitted(() => void told.push('stored'));
  // An insert of the same key twice.
  const row = { reference: 'P-1', at: now().toISOString(), item: '{}' };
  await unit.write(db.insertInto('cases').values(row));
  await unit.write(db.insertInto('cases').values(row));
  await expect(unit.commit()).rejects.toThrow(CommitError);
  expect(await stored()).toEqual([]);
  expect(told).toEqual([]);
  // The database goes on for everybody else.
  await transcript.append('web|a', [line('après')]);
  await unit.commit();
  expect(await stored()).toEqual(['après']);
});

test('what is dropped is never stored; what stays goes with what is stored next, once', async () => {
  const { unit, transcript, staying, stored } = await transcriptUnit();
  await staying.append('web|a', [line('reste')]);
  await transcript.append('web|a', [line('tombe')]);
  unit.drop();
  await transcript.append('web|a', [line('pardon')]);
  await unit.commit();
  await unit.commit();
  expect(await stored()).toEqual(['pardon', 'reste']);
});

test('two turns that spend one code at once: what the second one writes is not stored', async () => {
  const db = await open();
  const codes = (write?: ReturnType<typeof openUnitOfWork>['write']) =>
    sqlTransferCodes<{ topic: string }>(db, now, () => 0.5, write);
  let drawn = 0;
  const code = await sqlTransferCodes<{ topic: string }>(db, now, () => (drawn++ * 0.37) % 1).put({ topic: 'inbox' });
  const commit = openCommitQueue(db);
  const [mine, theirs] = [openUnitOfWork(commit), openUnitOfWork(commit)];
  expect(await codes(mine.write).take(code)).toEqual({ topic: 'inbox' });
  expect(await codes(theirs.write).take(code)).toEqual({ topic: 'inbox' });
  await mine.commit();
  await expect(theirs.commit()).rejects.toThrow(CommitError);
  expect(await codes().take(code)).toBeUndefined();
});

test('what is ready at once is stored in one transaction; one that fails takes nothing of the others along', async () => {
  const db = await open();
  const commit = openCommitQueue(db);
  const begun = jest.spyOn(db, 'transaction');
  const units = ['un', 'deux', 'trois'].map((text) => {
    const unit = openUnitOfWork(commit);
    void sqlTranscript(db, unit.write).append('web|a', [line(text)]);
    return unit;
  });
  await units[1]?.write(db.deleteFrom('cases').where('reference', '=', 'none'), 1);
  const results = await Promise.allSettled(units.map((unit) => unit.commit()));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(begun).toHaveBeenCalledTimes(1);
  expect((await sqlTranscript(db).read('web|a')).map(({ text }) => text)).toEqual(['un', 'trois']);
});
