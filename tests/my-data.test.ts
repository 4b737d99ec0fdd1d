import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../src/bot/compose';
import { openMyData } from '../src/bot/open-my-data';
import { createServer } from '../src/bot/server';
import { openTestApp, startTalk } from './converse';

/** Stands in what the customer of a test types; nothing else says it. */
let CANARY: string;
let ADDRESS: string;
let customers = 0;

let folder: string;
let app: App;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-my-data-'));
  app = await openTestApp({ dataFolder: folder });
});
beforeEach(() => {
  const letter = String.fromCharCode(97 + Math.floor(customers / 26), 97 + (customers++ % 26));
  CANARY = `Wiesengrund${letter}${letter}`;
  ADDRESS = `canary-${letter}@customer.example`;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The files of the state in which it stands. */
const filesWith = (words: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(words))
    .map(({ name }) => name);

const LANGUAGES = [
  [
    'en',
    'what do you know about me',
    'Export my data',
    'delete my data',
    'Yes, delete everything',
    'Delete everything, my request too',
  ],
  [
    'fr',
    'que savez-vous de moi',
    'Exporter mes données',
    'effacer mes données',
    'Oui, tout effacer',
    'Tout effacer, ma demande aussi',
  ],
  [
    'de',
    'was wisst ihr über mich',
    'Meine Daten exportieren',
    'meine Daten löschen',
    'Ja, alles löschen',
    'Alles löschen, auch meine Anfrage',
  ],
  [
    'es',
    'qué sabes de mí',
    'Exportar mis datos',
    'borrar mis datos',
    'Sí, borrar todo',
    'Borrar todo, también mi solicitud',
  ],
] as const;

describe.each(LANGUAGES)('in %s a customer', (language, know, exporting, deleting, sure) => {
  it('sees what is kept, takes it along, and has it deleted with a receipt; afterwards no file has a word of it', async () => {
    const talk = startTalk(app, { locale: language, id: `mine-${language}`, name: `${CANARY} Meyer` });
    await talk.say(`${CANARY} ${CANARY} ${CANARY}?`);
    const kept = await talk.say(know);
    expect(kept.text).toMatch(/^- 2 /m);
    const link = /\((http\S*my-data\/[^)]+)\)/.exec((await talk.click(exporting)).text)?.[1] ?? '';
    const exported = await app.myData.read(link.split('/').at(-1) ?? '');
    expect(exported).toContain(`${CANARY} ${CANARY}`);
    expect(filesWith(CANARY)).not.toEqual([]);

    const asked = await talk.say(deleting);
    expect(asked.choices).toContain(sure);
    const { text } = await talk.click(sure);
    expect(text).toMatch(/D-\w{4}-\w{4}/);
    expect(filesWith(CANARY)).toEqual([]);
    expect(filesWith(`mine-${language}|`)).toEqual([]);
    expect(await app.myData.read(link.split('/').at(-1) ?? '')).not.toContain(CANARY);
  });

  it('goes on afterwards, in the same language, and is told that nothing is kept', async () => {
    const talk = startTalk(app, { locale: language });
    await talk.say(`${CANARY} ${CANARY}?`);
    await talk.say(deleting);
    await talk.click(sure);
    const { text } = await talk.say(know);
    expect(text).not.toMatch(/^- /m);
  });
});

/** Addresses of the cases that this customer left. */
const casesOf = async () => (await app.cases()).map(({ email }) => email).filter((email) => email === ADDRESS);

/** A customer with a case. */
async function withCase() {
  const talk = startTalk(app, { locale: 'en' });
  await talk.say(`the ${CANARY} is broken`);
  await talk.say('talk to a person');
  await talk.fill({ name: `Mara ${CANARY}`, email: ADDRESS });
  const { text } = await talk.click('Send');
  expect(text).toMatch(/P-\w{4}-\w{4}/);
  return talk;
}

describe('a customer with a hand-off case', () => {
  it('keeps it when "yes" is all that is said', async () => {
    const talk = await withCase();
    const asked = await talk.say('delete my data');
    expect(asked.text).toMatch(/P-\w{4}-\w{4}/);
    const { text } = await talk.say('yes');
    expect(text).toMatch(/P-\w{4}-\w{4} stays/);
    expect(await casesOf()).toEqual([ADDRESS]);
  });

  it('has it deleted, too, when that is what is said; then no file has a word or the address', async () => {
    const talk = await withCase();
    await talk.say('delete my data');
    await talk.click('Delete everything, my request too');
    expect(await casesOf()).toEqual([]);
    expect([filesWith(CANARY), filesWith(ADDRESS)]).toEqual([[], []]);
  });
});

it.each([
  ['en', 'delete my data', 'yes, and the case too'],
  ['en', 'delete my data', 'ok and my request as well'],
  ['fr', 'effacer mes données', 'oui, et la demande aussi'],
  ['de', 'meine Daten löschen', 'ja, und die Anfrage auch'],
  ['es', 'borrar mis datos', 'sí, y la solicitud también'],
])('in %s, after “%s”: “%s” deletes nothing and is asked back', async (locale, wish, said) => {
  const talk = startTalk(app, { locale });
  await talk.say(`${CANARY} ${CANARY}?`);
  const asked = await talk.say(wish);
  const again = await talk.say(said);
  expect([again.text.split('\n')[0], again.choices]).toEqual([asked.text.split('\n')[0], asked.choices]);
  expect(filesWith(CANARY)).not.toEqual([]);
});

it('nothing is deleted by whoever does not say so twice', async () => {
  const talk = startTalk(app, { locale: 'en' });
  await talk.say(`the ${CANARY} is broken`);
  await talk.say('delete my data');
  await talk.say('no');
  expect(filesWith(CANARY)).not.toEqual([]);
  const { text } = await talk.say('how do I turn off triggers?');
  expect(text).toMatch(/trigger/i);
});

it.each([
  'delete my tickets',
  'export my data from Zendesk',
  'will the migration delete my data?',
  'what do you know about triggers',
  'delete my data from your servers',
])('"%s" is no wish of this kind', async (question) => {
  const { choices, text } = await startTalk(app, { locale: 'en' }).say(question);
  expect([...choices, text].join(' ')).not.toMatch(/Export my data|Delete my data|delete everything that I keep/);
});

it('in a group nothing of it is shown or deleted: it belongs to all of them', async () => {
  const talk = startTalk(app, { locale: 'en', scope: 'group', channelId: 'msteams' });
  for (const words of ['what do you know about me', 'export my data', 'delete my data'])
    expect((await talk.say(words)).text).toMatch(/private chat/);
});

it('the link leads to the file, however long the name of the conversation is', async () => {
  // Its stop is the end of the app, too.
  const own = await openTestApp();
  const server = createServer(own);
  const origin = `http://127.0.0.1:${await server.listen(0)}`;
  const follow = async (id: string) => {
    const talk = startTalk(own, { locale: 'en', id });
    await talk.say(`the ${CANARY} is broken`);
    const link = /\(http\S*(\/my-data\/[^)]+)\)/.exec((await talk.say('export my data')).text)?.[1];
    const response = await fetch(`${origin}${link}`);
    return [response.status, await response.text()] as const;
  };
  for (const id of ['short', `19:${'a'.repeat(120)}@thread.tacv2;messageid=1700000000000`]) {
    const [status, text] = await follow(`${id}-${CANARY}`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toBeInstanceOf(Object);
    expect(text).toContain(`the ${CANARY} is broken`);
  }
  await server.stop();
});

it('a link of another kind, a changed one and an old one lead to nothing', async () => {
  const token = app.myData.address('emulator|x').split('/').at(-1) ?? '';
  expect(await app.myData.read(`${token}x`)).toBeUndefined();
  expect(await app.myData.read('')).toBeUndefined();
  const world = { key: app.web.key, publicUrl: '', exported: async () => ({}) };
  const later = (at: string) => openMyData({ ...world, now: () => new Date(at) });
  expect(await later('2026-11-23T19:29:59Z').read(token)).toBeDefined();
  expect(await later('2026-11-23T19:30:01Z').read(token)).toBeUndefined();
});

test('an operator shows, exports and deletes what is kept of a customer by the address of a case', async () => {
  await withCase();
  const forget = (...args: readonly string[]) =>
    new Promise<{ readonly code: number; readonly seen: string }>((resolve) => {
      const cli = join(__dirname, '..', 'dist', 'cli.js');
      const options = { cwd: folder, env: { PATH: process.env.PATH, DATA_DIR: folder } };
      execFile(process.execPath, [cli, 'forget', ...args], options, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, seen: stdout + stderr }),
      );
    });
  expect(await forget('--email', 'nobody@else.example')).toMatchObject({
    code: 1,
    seen: expect.stringMatching(/Nothing is kept/),
  });
  expect(await forget('--email', ADDRESS)).toMatchObject({ code: 2, seen: expect.stringMatching(/cases P-\S+ stay/) });
  expect((await forget('--email', ADDRESS.toUpperCase(), '--export')).seen).toContain(CANARY);
  expect(filesWith(CANARY)).not.toEqual([]);
  expect(await forget('--email', ADDRESS, '--with-cases', '--yes')).toMatchObject({ code: 0 });
  expect([await casesOf(), filesWith(CANARY), filesWith(ADDRESS)]).toEqual([[], [], []]);
});
