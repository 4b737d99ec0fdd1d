import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Copied, copyState } from '../../src/storage/copy-state';
import { openDatabase } from '../../src/storage/open-database';
import { openPostgres } from '../../src/storage/open-postgres';
import { sqlOutbox } from '../../src/storage/sql-outbox';
import { openTestApp, startTalk } from '../converse';
import { newDatabase } from './open-shared-site';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-copy-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file with conversations, cases and reminders goes over whole, goes on after a break, and nothing foreign is touched', async () => {
  const app = await openTestApp({ dataFolder: folder });
  const talk = startTalk(app);
  for (const text of [
    'comment désactiver les déclencheurs ?',
    'je veux parler à un conseiller',
    'Ana Ruiz',
    'ana@exemple.fr',
    'envoyer',
  ])
    await talk.say(text);
  await talk.post({ type: 'message', text: 'x', value: { passerelle: { kind: 'remind', days: 1 } } });
  await app.close();

  const from = await openDatabase(folder);
  const to = await openPostgres(await newDatabase(), { connections: 2 });
  // Broken off: the first lines of a table are there already.
  const lines = await from.selectFrom('transcript').selectAll().execute();
  await to.insertInto('transcript').values(lines.slice(0, 3)).execute();
  const copied: Copied[] = [];
  await copyState(from, to, (each) => void copied.push(each));
  expect(copied.find(({ table }) => table === 'transcript')).toEqual({
    table: 'transcript',
    rows: lines.length,
    before: 3,
  });
  expect(await to.selectFrom('transcript').selectAll().orderBy('id').execute()).toEqual(lines);
  for (const table of ['state', 'cases', 'turns', 'outbox'] as const)
    expect(await to.selectFrom(table).selectAll().execute()).toEqual(
      await from.selectFrom(table).selectAll().execute(),
    );
  // Numbers go on from there.
  await sqlOutbox(to, () => new Date()).put(
    'test|a',
    { kind: 'answer', reference: 'P-AAAA-AAAA', text: 'x' },
    new Date(),
  );

  await to
    .updateTable('transcript')
    .set({ text: 'of somebody else' })
    .where('id', '=', lines[0]?.id ?? 0)
    .execute();
  await expect(copyState(from, to, () => {})).rejects.toThrow(/transcript .* Copy into an empty database/);
  await from.destroy();
  await to.destroy();
});
