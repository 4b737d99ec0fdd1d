import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import type { App } from '../../../src/bot/compose';
import { openTestApp } from '../../converse';

const { activity: recorded } = JSON.parse(
  readFileSync(join(__dirname, '..', '..', 'payloads', 'teams', 'msg-ext-query.json'), 'utf8'),
);

let app: App;
beforeAll(async () => {
  app = await openTestApp({ publicUrl: 'https://help.example' });
});
afterAll(() => app.close());

interface Extension {
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly {
    readonly content: {
      readonly body: readonly { readonly text: string }[];
      readonly actions: readonly { readonly url: string }[];
    };
    readonly preview: { readonly content: { readonly title: string; readonly text: string } };
  }[];
}

/** Teams names each search; one delivered twice would be answered once. */
let searches = 0;
async function invoke(more: object): Promise<{ status: number; extension: Extension | undefined }> {
  const whole: Activity = { ...recorded, id: `search-${++searches}`, ...more };
  const response = await app.adapter.processLocal(whole, async () => 'said', app.logic);
  return { status: response?.status ?? 0, extension: response?.body?.composeExtension };
}

const search = async (query: string, locale = 'fr-FR', queryOptions: object = { skip: 0, count: 25 }) => {
  const value = { commandId: 'searchArticles', parameters: [{ name: 'query', value: query }], queryOptions };
  return (await invoke({ locale, value })).extension;
};
const first = (extension: Extension | undefined) => extension?.attachments?.[0];

test('the recorded search is answered with 200 and a list', async () => {
  const { status, extension } = await invoke({});
  expect(status).toBe(200);
  expect(extension?.type).toBe('result');
});

test.each([
  ['fr-FR', 'déclencheurs', 'Désactiver les déclencheurs', '/articles/fr/triggers'],
  ['en-GB', 'api key', 'API key', '/articles/en/api-key'],
  ['de-DE', 'Wo finde ich meinen API-Schlüssel?', 'API-Schlüssel', '/articles/de/api-key'],
  ['es-ES', 'campos personalizados', 'campos', '/articles/es/custom-fields'],
  // Whatever the client's language.
  ['fr-FR', 'how do I turn off the triggers', 'triggers', '/articles/en/triggers'],
  ['en-GB', 'Benachrichtigungen', '', '/articles/en/email-notifications'],
  ['de-DE', 'boîte de réception', '', '/inbox'],
  ['ja-JP', 'comment ajouter des agents', 'agents', '/articles/fr/agents'],
])('%s: "%s" finds it, in the language of the words when they tell one', async (locale, query, title, path) => {
  const found = first(await search(query, locale));
  expect(found?.preview.content.title.toLowerCase()).toContain(title.toLowerCase());
  expect(found?.content.actions[0]?.url).toMatch(/^https:\/\/help\.example\/articles\//);
  expect(found?.content.actions[0]?.url).toContain(path);
});

test('a word that is still being typed finds what it will be', async () => {
  expect(first(await search('déclench'))?.content.actions[0]?.url).toContain('triggers');
});

test('a card says title, answer, number of steps and day of the last change', async () => {
  const said = first(await search('déclencheurs'))
    ?.content.body.map(({ text }) => text)
    .join('\n');
  expect(said).toMatch(/Désactiver les déclencheurs/);
  expect(said).toMatch(/7 étapes · .*Mis à jour le \d+ \p{L}+ \d{4}/u);
});

test('a preview has no marks, nor holes where they were', async () => {
  const text = first(await search('déclencheurs'))?.preview.content.text;
  expect(text).toContain('Paramètres (Settings) > Boîtes de réception (Inboxes), choisissez');
});

test('a box that has just been opened shows the guides', async () => {
  const value = { commandId: 'searchArticles', parameters: [{ name: 'initialRun', value: 'true' }] };
  expect((await invoke({ value, locale: 'fr-FR' })).extension?.attachments).toHaveLength(6);
});

test('the list comes in parts', async () => {
  const all = (await search(''))?.attachments ?? [];
  const second = (await search('', 'fr-FR', { skip: 2, count: 2 }))?.attachments ?? [];
  expect(second).toEqual(all.slice(2, 4));
  expect((await search('', 'fr-FR', { skip: 50, count: 25 }))?.text).toContain('tous les guides');
});

test.each([
  ['fr-FR', 'Aucun guide'],
  ['en-GB', 'No guide'],
  ['de-DE', 'Keine Anleitung'],
  ['es-ES', 'Ninguna guía'],
])('nothing found is said in the language of the client (%s)', async (locale, words) => {
  const extension = await search('xyzzy blorp', locale);
  expect(extension).toMatchObject({ type: 'message', text: expect.stringContaining(words) });
});

test('a search is no turn of the conversation: nothing of it is remembered or noted', async () => {
  await search('canary-query déclencheurs');
  expect(await app.cases()).toEqual([]);
  const { status } = await invoke({ name: 'unknown/invoke' });
  expect(status).toBe(501);
});
