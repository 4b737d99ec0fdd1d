import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUnderstood } from '../../src/bot/turn/recall';
import { openDatabase } from '../../src/storage/open-database';
import { sqlActivityLog } from '../../src/storage/sql-activity-log';
import { answerCase, undelivered } from '../../src/storage/sql-answers';
import { sqlDesk } from '../../src/storage/sql-desk';
import { sqlOutbox } from '../../src/storage/sql-outbox';
import { sqlReferences } from '../../src/storage/sql-references';
import { sqlState } from '../../src/storage/sql-state';
import { openTestApp, startTalk } from '../converse';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const now = () => new Date('2026-11-23T18:30:00.000Z');

/** What was reported, and where to report it. */
function reports() {
  const told: string[] = [];
  return { told, onUnread: (table: string, why: string) => void told.push(`${table}: ${why}`) };
}

test('a case that nobody can read is reported and left out; the others are there', async () => {
  const db = await open();
  const { told, onUnread } = reports();
  const desk = sqlDesk(db, undefined, onUnread);
  const whole = {
    reference: 'P-1',
    at: '2026',
    language: 'fr',
    name: 'Ana',
    email: 'a@b.fr',
    conversation: 'web|a',
    transcript: [],
  };
  await desk.deliver(whole);
  await db
    .insertInto('cases')
    .values({ reference: 'P-2', at: '2025', item: '{"reference":"P-2","name":"Canary', conversation: null })
    .execute();
  await db
    .insertInto('cases')
    .values({ reference: 'P-3', at: '2024', item: '{"reference":"P-3","name":5}', conversation: null })
    .execute();
  expect(await desk.list()).toEqual([whole]);
  expect(told[0]).toBe('cases: no JSON');
  expect(told[1]).toMatch(/^cases: .*name: invalid_type/);
  expect(told.join()).not.toContain('Canary');
  expect(await answerCase(db, now, 'P-2', 'Bonjour')).toEqual({ kind: 'unreadable', why: 'no JSON' });
});

test('a torn announcement is given up once, and holds up nothing behind it', async () => {
  const db = await open();
  const { told, onUnread } = reports();
  const outbox = sqlOutbox(db, now, undefined, onUnread);
  const torn = { conversation: 'web|a', due_at: '2026-01-01', tries: 0, state: 'waiting' };
  await db
    .insertInto('outbox')
    .values([
      { ...torn, kind: 'answer', item: '{' },
      { ...torn, kind: 'song', item: '{}' },
    ])
    .execute();
  await outbox.put('web|b', { kind: 'reminder' }, now());
  expect(await outbox.claimDue()).toMatchObject([{ conversation: 'web|b' }]);
  expect(told).toEqual(['outbox: no JSON', expect.stringMatching(/^outbox: kind: invalid/)]);
  const states = await db.selectFrom('outbox').select('state').orderBy('id').execute();
  expect(states.map(({ state }) => state)).toEqual(['given-up', 'given-up', 'waiting']);
  expect(await undelivered(db)).toEqual(new Map());
});

test('what cannot be read of a conversation on the website is left out, and the rest is shown', async () => {
  const db = await open();
  const { told, onUnread } = reports();
  const log = sqlActivityLog(db, now, onUnread);
  await log.start({ id: 'a', user: 'dl_1', locale: 'fr' });
  await log.append('a', { text: 'one' }, { awaitsTurn: true });
  await log.append('a', { text: 'two' }, { awaitsTurn: true });
  await db.updateTable('web_activities').set({ item: '[]' }).where('number', '=', 1).execute();
  expect(await log.since('a', 0, 10)).toEqual([{ number: 2, activity: { text: 'two' } }]);
  expect(await log.unanswered()).toMatchObject([{ number: 2 }]);
  expect(told).toEqual(['web_activities: : invalid_type', 'web_activities: : invalid_type']);
});

test('an address or a state that cannot be read counts as none', async () => {
  const db = await open();
  const { told, onUnread } = reports();
  await db.insertInto('conversation_references').values({ conversation: 'a', item: 'x', saved_at: '2026' }).execute();
  await db.insertInto('state').values({ key: 'a', item: '"text"', etag: '1', saved_at: '2026' }).execute();
  expect(await sqlReferences(db, now, undefined, onUnread).find('a')).toBeUndefined();
  expect(await sqlState(db, now, undefined, undefined, onUnread).read(['a'])).toEqual({});
  expect(told).toHaveLength(2);
});

test.each([
  ['no JSON', 'torn'],
  ['something else', '{"memory":{"shape":7}}'],
  ['another memory', '{"memory":{"shape":"x","memory":{"language":5}}}'],
])('a customer whose conversation is %s in storage begins anew and is answered', async (_, item) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'passerelle-unread-'));
  const app = await openTestApp({ dataFolder });
  const talk = startTalk(app, { id: 'torn' });
  await talk.say('comment désactiver les déclencheurs ?');
  const db = await openDatabase(dataFolder);
  await db.updateTable('state').set({ item }).execute();
  await db.destroy();
  expect((await talk.say('où trouver ma clé api ?')).text).toContain('clé API');
  expect((await talk.say('étape par étape')).text).not.toContain('Référence');
  await app.close();
  rmSync(dataFolder, { recursive: true });
});

test('what a turn stores is understood by the next', () => {
  expect(isUnderstood({ shape: 'x', memory: {} })).toBe(true);
  expect(isUnderstood({ shape: 'x', memory: { offered: [{ label: 'a', action: { kind: 'yes' } }], places: [] } })).toBe(
    true,
  );
  expect(isUnderstood('x')).toBe(false);
});
