import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/storage/open-database';
import { openTestApp, startTalk } from './converse';

test('a case that cannot be stored is told to the customer, nothing is lost, and trying again works', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-handoff-'));
  const app = await openTestApp({ dataFolder: folder, team: { email: 'aide@exemple.fr' } });
  const db = await openDatabase(folder);
  const talk = startTalk(app);
  await talk.say('je veux parler à un conseiller');
  await talk.say('Ana Ruiz');
  await talk.say('ana@exemple.fr');

  await db.schema.alterTable('cases').renameTo('away').execute();
  const failed = await talk.say('envoyer');
  expect(failed.text).toContain('**pas**');
  expect(failed.text).toContain('aide@exemple.fr');
  expect(failed.text).not.toMatch(/P-\w{4}-\w{4}/);
  expect(failed.choices).toContain('Réessayer');
  expect(await db.selectFrom('transcript').selectAll().execute()).not.toEqual([]);

  await db.schema.alterTable('away').renameTo('cases').execute();
  const again = await talk.click('Réessayer');
  expect(again.text).toContain('Ana Ruiz');
  expect((await talk.say('envoyer')).text).toMatch(/P-\w{4}-\w{4}/);
  expect(await app.cases()).toMatchObject([{ name: 'Ana Ruiz', email: 'ana@exemple.fr', language: 'fr' }]);

  await db.destroy();
  await app.close();
  rmSync(folder, { recursive: true });
});
