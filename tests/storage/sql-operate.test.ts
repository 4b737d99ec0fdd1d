import { sqlAudit } from '../../src/storage/sql-audit';
import { sqlOperatorSessions } from '../../src/storage/sql-operator-sessions';
import { sqlWeekly } from '../../src/storage/sql-weekly';
import { behavesLikeSessions } from '../contracts/operator-sessions.contract';
import { testDatabases } from './open-test-database';

const open = testDatabases();

describe('sessions of operators in a database', () =>
  behavesLikeSessions(async () => {
    let time = Date.parse('2026-11-23T12:00:00Z');
    const store = sqlOperatorSessions(await open(), () => new Date(time));
    const setTime = (next: number) => {
      time = next;
    };
    return { store, setTime };
  }));

test('sessions that have expired are gone when the next one begins', async () => {
  const db = await open();
  const ana = { name: 'Ana', role: 'reader' } as const;
  await sqlOperatorSessions(db, () => new Date(0)).begin('old', ana, '2026-11-23T12:00:00.000Z');
  const later = sqlOperatorSessions(db, () => new Date('2026-11-24T12:00:00Z'));
  await later.begin('new', ana, '2026-11-25T12:00:00.000Z');
  expect(await db.selectFrom('operator_sessions').select('token_hash').execute()).toEqual([{ token_hash: 'new' }]);
});

test('what operators did is told newest first', async () => {
  const audit = sqlAudit(await open());
  const at = '2026-11-23T12:00:00.000Z';
  await audit.note({ at, name: 'Ana', what: 'sign-in' });
  await audit.note({ at, name: 'Ana', what: 'close-case', subject: 'P-1' });
  expect(await audit.list(5)).toEqual([
    { at, name: 'Ana', what: 'close-case', subject: 'P-1' },
    { at, name: 'Ana', what: 'sign-in', subject: undefined },
  ]);
  expect(await audit.list(1)).toHaveLength(1);
});

test('a week goes to a destination once, whoever asks first, and again when it did not go', async () => {
  const weekly = sqlWeekly(await open());
  const came = await Promise.all([weekly.claim('mailbox', '2026-11-16'), weekly.claim('mailbox', '2026-11-16')]);
  expect(came.sort()).toEqual([false, true]);
  expect(await weekly.claim('hook', '2026-11-16')).toBe(true);
  await weekly.release('mailbox');
  expect(await weekly.claim('mailbox', '2026-11-16')).toBe(true);
  expect(await weekly.claim('mailbox', '2026-11-16')).toBe(false);
  expect(await weekly.claim('mailbox', '2026-11-23')).toBe(true);
});
