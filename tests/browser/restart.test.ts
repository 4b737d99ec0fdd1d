import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVisits } from './open-visits';

const dataFolder = mkdtempSync(join(tmpdir(), 'passerelle-'));
const visits = openVisits({ dataFolder });
afterAll(() => rmSync(dataFolder, { recursive: true }));

it('a restart of the server in the middle of the steps loses nothing and says nothing twice', async () => {
  const { chat } = await visits.open();
  await chat.say('comment désactiver les déclencheurs ?');
  await chat.click('Étape par étape');
  await chat.hear(/^Étape 1 sur/);
  await visits.stop();
  await chat.frame.getByText('Connexion perdue').waitFor();
  // Said while nobody is there to hear it.
  await chat.click('Suivant');
  await chat.say('où trouver ma clé api ?');
  await visits.start();
  await chat.frame.getByText('Connexion rétablie').waitFor();
  await chat.hear(/^Étape 2 sur/);
  await chat.hear(/^Trouver|^Créer|Clé API/i);
  const once = ['comment désactiver les déclencheurs ?', 'Étape par étape', 'Suivant', 'où trouver ma clé api ?'];
  for (const said of once)
    expect([said, await chat.log.locator('.own').getByText(said, { exact: true }).count()]).toEqual([said, 1]);
  for (const step of [/^Étape 1 sur/, /^Étape 2 sur/]) expect(await chat.log.getByText(step).count()).toBe(1);
});
