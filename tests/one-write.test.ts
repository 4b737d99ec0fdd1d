import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../src/bot/compose';
import { openDatabase } from '../src/storage/open-database';
import { fromBot, openSite, type Site, type Token } from './channels/web/open-site';
import { openTestApp, startTalk } from './converse';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-write-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Transactions in the database's log: each ends with a frame that says how large the database is then (sqlite.org/walformat.html). */
function transactionsIn(folder: string): number {
  const log = readFileSync(join(folder, 'passerelle.db-wal'));
  const frame = log.readUInt32BE(8) + 24;
  let count = 0;
  for (let at = 32; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4) !== 0) count++;
  return count;
}

/** How many transactions something takes. */
async function transactionsOf(folder: string, work: () => Promise<unknown>): Promise<number> {
  const before = transactionsIn(folder);
  await work();
  return transactionsIn(folder) - before;
}

describe('a turn writes once', () => {
  let app: App;
  const folder = newFolder();
  beforeAll(async () => {
    app = await openTestApp({ dataFolder: folder });
  });
  afterAll(() => app.close());

  it('when a question is answered, when a step is shown, and when an answer was no help', async () => {
    const talk = startTalk(app);
    const writes = async (work: () => Promise<unknown>) => expect(await transactionsOf(folder, work)).toBe(1);
    await writes(() => talk.join());
    await writes(() => talk.say('comment désactiver les déclencheurs ?'));
    await writes(() => talk.click('Étape par étape'));
    await writes(() => talk.say('suivant'));
    await writes(() => talk.say('tout d’un coup'));
    await writes(() => talk.click('Non'));
    await writes(() => talk.click("Je n'ai pas compris les étapes"));
    await writes(() => talk.say('fsdkjh sdfkjh'));
    const db = await openDatabase(folder);
    expect(await db.selectFrom('ratings').select('reason').execute()).toEqual([{ reason: 'unclear' }]);
    expect(await db.selectFrom('turns').select('intent').execute()).toContainEqual({ intent: 'triggers' });
    await db.destroy();
  });

  it('when a case is handed over: the case and the sentence with its reference are stored together', async () => {
    const talk = startTalk(app);
    await talk.say('je veux parler à un conseiller');
    await talk.say('Ana Ruiz');
    await talk.say('ana@exemple.fr');
    let said = '';
    expect(
      await transactionsOf(folder, async () => {
        said = (await talk.say('envoyer')).text;
      }),
    ).toBe(1);
    const [kept] = await app.cases();
    expect(said).toContain(kept?.reference);
  });

  it('when a reminder is set, and when it is stopped', async () => {
    const talk = startTalk(app);
    await talk.say('je voudrais un rappel');
    expect(await transactionsOf(folder, () => talk.click('Demain matin'))).toBe(1);
    expect(await transactionsOf(folder, () => talk.say('stop'))).toBe(1);
  });

  it('when it comes from a channel of another place, the way back to it included', async () => {
    const talk = startTalk(app, { channelId: 'msteams' });
    await talk.join();
    expect(await transactionsOf(folder, () => talk.say('comment désactiver les déclencheurs ?'))).toBe(1);
  });

  it('when nothing comes of it, it writes nothing', async () => {
    const talk = startTalk(app);
    expect(await transactionsOf(folder, () => talk.post({ type: 'event', name: 'unknown' }))).toBe(0);
  });
});

describe('on the website', () => {
  const say = (site: Site, { conversationId, token }: Token, text: string) =>
    site.call(`/v3/directline/conversations/${conversationId}/activities`, {
      token,
      body: { type: 'message', text, channelData: { clientActivityID: text } },
    });

  it('a post takes one transaction before it is acknowledged, and its turn another one', async () => {
    const folder = newFolder();
    const site = await openSite({ dataFolder: folder });
    const token = await site.token();
    await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
    await site.until(token, (all) => fromBot(all).length === 1);
    const writes = await transactionsOf(folder, async () => {
      await say(site, token, 'comment désactiver les déclencheurs ?');
      await site.until(token, (all) => fromBot(all).length === 2);
    });
    expect(writes).toBe(2);
    await site.server.stop();
  });

  it('a turn that cannot be stored is apologised for and changes nothing: asked again, it is answered', async () => {
    const folder = newFolder();
    const site = await openSite({ dataFolder: folder });
    const token = await site.token();
    await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
    await say(site, token, 'comment désactiver les déclencheurs ?');
    await site.until(token, (all) => fromBot(all).length === 2);
    await say(site, token, 'étape par étape');
    await site.until(token, (all) => fromBot(all).length === 3);

    const db = await openDatabase(folder);
    await db.schema.alterTable('turns').renameTo('away').execute();
    await say(site, token, 'où trouver ma clé api ?');
    const failed = fromBot(await site.until(token, (all) => fromBot(all).length === 4));
    expect(failed[3]?.text).toMatch(/P-\w{4}-\w{4}/);
    expect(failed[3]?.channelData?.passerelle).toBeUndefined();
    expect(await db.selectFrom('web_activities').selectAll().where('awaits_turn', '=', 1).execute()).toEqual([]);

    await db.schema.alterTable('away').renameTo('turns').execute();
    // The steps are where they were.
    await say(site, token, 'suivant');
    const after = fromBot(await site.until(token, (all) => fromBot(all).length === 5));
    expect(after[4]?.channelData?.passerelle).toMatchObject({ kind: 'step', number: 2 });
    await db.destroy();
    await site.server.stop();
  });

  it('a case that cannot be stored is told as it is: no reference, and no word of the turn that is undone', async () => {
    const folder = newFolder();
    const site = await openSite({ dataFolder: folder, team: { email: 'aide@exemple.fr' } });
    const token = await site.token();
    await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
    for (const [i, text] of ['je veux parler à un conseiller', 'Ana Ruiz', 'ana@exemple.fr'].entries()) {
      await say(site, token, text);
      await site.until(token, (all) => fromBot(all).length === i + 2);
    }
    const db = await openDatabase(folder);
    await db.schema.alterTable('cases').renameTo('away').execute();
    await say(site, token, 'envoyer');
    const failed = fromBot(await site.until(token, (all) => fromBot(all).length === 5));
    expect(failed[4]?.text).toContain('aide@exemple.fr');
    expect(JSON.stringify(failed)).not.toMatch(/P-\w{4}-\w{4}/);
    const lines = await db.selectFrom('transcript').select('text').where('from', '=', 'assistant').execute();
    expect(JSON.stringify(lines)).not.toMatch(/P-\w{4}-\w{4}/);
    await db.schema.alterTable('away').renameTo('cases').execute();
    await say(site, token, 'Réessayer');
    await site.until(token, (all) => fromBot(all).length === 6);
    await say(site, token, 'Envoyer');
    const sent = fromBot(await site.until(token, (all) => fromBot(all).length === 7));
    const [kept] = await site.app.cases();
    expect(sent[6]?.text).toContain(kept?.reference);
    await db.destroy();
    await site.server.stop();
  });

  it('nobody hears a word of a turn before everything of it is stored', async () => {
    const folder = newFolder();
    const site = await openSite({ dataFolder: folder });
    const token = await site.token();
    await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
    await site.until(token, (all) => fromBot(all).length === 1);
    await say(site, token, 'comment désactiver les déclencheurs ?');
    const db = await openDatabase(folder);
    // Whoever looks from outside sees the answer, the question in the logbook and the post answered, or none of them.
    const seen = new Set<string>();
    for (let look = 0; look < 2000 && !seen.has('2 1 0'); look++) {
      seen.add(
        await db.transaction().execute(async (trx) => {
          const rows = await trx.selectFrom('web_activities').select(['awaits_turn', 'client_id', 'item']).execute();
          const questions = await trx.selectFrom('turns').select('text').where('text', 'is not', null).execute();
          const bot = rows.filter(({ item }) => JSON.parse(item).from?.role === 'bot').length;
          return `${bot} ${questions.length} ${rows.filter(({ awaits_turn }) => awaits_turn === 1).length}`;
        }),
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect([...seen].filter((state) => state !== '1 0 1')).toEqual(['2 1 0']);
    await db.destroy();
    await site.server.stop();
  });
});

test('in another channel, too, a turn that cannot be stored is apologised for, and said is nothing but that', async () => {
  const folder = newFolder();
  const app = await openTestApp({ dataFolder: folder });
  const talk = startTalk(app);
  await talk.say('comment désactiver les déclencheurs ?');
  await talk.click('Étape par étape');
  const db = await openDatabase(folder);
  const before = await db.selectFrom('transcript').select('text').execute();
  await db.schema.alterTable('transcript').renameTo('gone').execute();
  const failed = await talk.say('suivant');
  expect(failed.text).toMatch(/P-\w{4}-\w{4}/);
  expect(failed.activities).toHaveLength(1);
  await db.schema.alterTable('gone').renameTo('transcript').execute();
  expect(await db.selectFrom('transcript').select('text').execute()).toEqual(before);
  expect((await talk.say('suivant')).text).toContain('2');
  await db.destroy();
  await app.close();
});
