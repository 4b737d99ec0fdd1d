import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/storage/open-database';
import { openSite, type Said, type Site } from './channels/web/open-site';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-again-'));
afterAll(() => rmSync(folder, { recursive: true }));

let site: Site;
beforeEach(async () => {
  site = await openSite({ dataFolder: folder });
});
afterEach(() => site.server.stop());
const restart = async () => {
  await site.server.stop();
  site = await openSite({ dataFolder: folder });
};

let conversations = 0;
/** A customer whose channel takes the replies from the response. */
function customer(locale = 'fr-FR', channelId = 'test') {
  const conversation = { id: `again-${conversations++}` };
  return async (id: string, text: string, more: object = {}): Promise<readonly Said[]> => {
    const { status, body } = await site.call('/api/messages', {
      body: {
        ...{ type: 'message', id, text, locale, channelId, deliveryMode: 'expectReplies', conversation },
        ...{ from: { id: 'customer' }, recipient: { id: 'bot' } },
        ...more,
      },
    });
    expect(status).toBe(200);
    const { activities } = body;
    return Array.isArray(activities) ? activities : [];
  };
}
const stepOf = (said: readonly Said[]) => said.map(({ channelData }) => channelData?.passerelle);
const texts = (said: readonly Said[]) => said.map(({ text }) => text);

test.each([
  ['the same process', async () => {}],
  ['the process after it', restart],
])('%s answers what is delivered again with the same words, and goes one step, not two', async (_, between) => {
  const say = customer();
  await say('1', 'comment désactiver les déclencheurs ?');
  await say('2', 'étape par étape');
  const said = await say('3', 'suivant');
  expect(stepOf(said)).toEqual([expect.objectContaining({ kind: 'step', number: 2 })]);
  await between();
  expect(texts(await say('3', 'suivant'))).toEqual(texts(said));
  expect(stepOf(await say('4', 'suivant'))).toEqual([expect.objectContaining({ kind: 'step', number: 3 })]);
  await between();
  // Everybody has moved on: there is nothing to be said to it any more, and nothing moves.
  expect(await say('3', 'suivant')).toEqual([]);
  expect(stepOf(await say('5', 'suivant'))).toEqual([expect.objectContaining({ kind: 'step', number: 4 })]);
});

test('a turn that could not be stored has been apologised for, whichever process is asked again, and has changed nothing', async () => {
  const say = customer();
  await say('1', 'comment désactiver les déclencheurs ?');
  await say('2', 'étape par étape');
  const db = await openDatabase(folder);
  await db.schema.alterTable('turns').renameTo('away').execute();
  const sorry = texts(await say('3', 'suivant'));
  expect(sorry).toEqual([expect.stringMatching(/P-\w{4}-\w{4}/)]);
  await db.schema.alterTable('away').renameTo('turns').execute();
  await db.destroy();
  expect(texts(await say('3', 'suivant'))).toEqual(sorry);
  await restart();
  expect(texts(await say('3', 'suivant'))).toEqual(sorry);
  expect(stepOf(await say('4', 'suivant'))).toEqual([expect.objectContaining({ kind: 'step', number: 2 })]);
});

test('a hand-off that is sent again after a restart is one case, with one reference', async () => {
  const say = customer('en-GB');
  await say('1', 'I want to talk to a human');
  await say('2', 'Grace Hopper');
  await say('3', 'grace@example.com');
  const sent = await say('4', 'yes please');
  await restart();
  expect(texts(await say('4', 'yes please'))).toEqual(texts(sent));
  expect(await site.app.cases()).toHaveLength(1);
});

test('a turn that broke has been apologised for: after a restart it is apologised for with the same reference', async () => {
  const say = customer();
  await say('1', 'comment désactiver les déclencheurs ?');
  jest.spyOn(site.app.knowledgeService.understanding, 'verdict').mockImplementation(() => {
    throw new Error('a bug');
  });
  const apology = await say('2', 'où est ma clé api ?');
  expect(apology).toHaveLength(1);
  await restart();
  expect(texts(await say('2', 'où est ma clé api ?'))).toEqual(texts(apology));
});

test('a click in a card that comes again after a restart is answered, and does nothing', async () => {
  const say = customer('en-GB', 'msteams');
  await say('1', 'how do I turn off triggers?');
  await say('2', 'step by step');
  const data = { passerelle: { kind: 'next' } };
  const click = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'passerelle', data } },
  };
  await say('3', '', click);
  await restart();
  await say('3', '', click);
  expect(JSON.stringify(await say('4', 'next'))).toContain('Step 3 of 7');
});
