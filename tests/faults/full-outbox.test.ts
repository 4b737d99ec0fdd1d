import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../../src/storage/open-database';
import { openTestApp, startTalk } from '../converse';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-outbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tomorrow = { type: 'message', text: 'x', value: { passerelle: { kind: 'remind', days: 1 } } };

test('when 10,000 reminders wait, a new one is refused with a sentence; an old one can be moved, a hand-off goes on', async () => {
  const db = await openDatabase(folder);
  const logged: object[] = [];
  const note = (fields: object) => void logged.push(fields);
  const app = await openTestApp({ dataFolder: folder }, {}, { debug: note, info: note, warn: note, error: note });
  const early = startTalk(app);
  expect((await early.post(tomorrow)).text).toContain("C'est noté");
  await sql`insert into outbox (conversation, kind, item, due_at, tries, state)
    with recursive n (i) as (select 2 union all select i + 1 from n where i < 10000)
    select 'test|' || i, 'reminder', '{}', '2099-01-01T00:00:00.000Z', 0, 'waiting' from n`.execute(db);
  const refusals = {
    fr: 'trop de rappels sont déjà en attente',
    en: 'too many are waiting already',
    de: 'Es warten schon zu viele',
    es: 'ya hay demasiados en espera',
  };
  for (const [locale, sentence] of Object.entries(refusals))
    expect((await startTalk(app, { locale }).post(tomorrow)).text).toContain(sentence);
  expect(logged.filter((each) => 'waiting' in each)).toEqual(
    Object.keys(refusals).map(() => ({ event: 'reminder refused', waiting: 10_000 })),
  );
  expect((await early.post({ ...tomorrow, value: { passerelle: { kind: 'remind', days: 2 } } })).text).toContain(
    'remplace votre rappel précédent',
  );
  const waiting = await db.selectFrom('outbox').select('id').where('state', '=', 'waiting').execute();
  expect(waiting).toHaveLength(10_000);

  const talk = startTalk(app);
  for (const text of ['je veux parler à un conseiller', 'Ana Ruiz', 'ana@exemple.fr', 'envoyer']) await talk.say(text);
  expect(await app.cases()).toMatchObject([{ name: 'Ana Ruiz' }]);
  await app.close();
  await db.destroy();
});
