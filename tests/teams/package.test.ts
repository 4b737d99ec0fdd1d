import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { App } from '../../src/bot/compose';
import { openTestApp, startTalk } from '../converse';
import { localisationSchema, manifestSchema } from './app-schema';

const script = join(__dirname, '..', '..', 'teams', 'package.mjs');
const APP = '11111111-2222-3333-4444-555555555555';
const folder = mkdtempSync(join(tmpdir(), 'passerelle-teams-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Without the settings of whoever runs the tests. */
const env = { PATH: process.env.PATH };

function make(...options: readonly string[]): Readonly<Record<string, Uint8Array>> {
  return makeWith({}, ...options);
}

/** With settings of the server. */
function makeWith(settings: object, ...options: readonly string[]): Readonly<Record<string, Uint8Array>> {
  const out = join(folder, 'app.zip');
  execFileSync(process.execPath, [script, '--app-id', APP, '--domain', 'bot.example.com', '--out', out, ...options], {
    env: { ...env, ...settings },
  });
  return unzipSync(readFileSync(out));
}

const json = (bytes: Uint8Array | undefined) => JSON.parse(strFromU8(bytes ?? new Uint8Array()));

/** Follows `bots[0].commandLists[1].commands[2].title` in the manifest. */
const at = (tree: unknown, path: string) =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((here: unknown, step) => Object(here)[step], tree);

describe('the package for Teams', () => {
  const files = make();
  const app = json(files['manifest.json']);
  const languages = ['de', 'en', 'es'];

  test('holds the manifest, two icons and a file for each other language, and nothing else', () => {
    expect(Object.keys(files).toSorted()).toEqual([
      'color.png',
      'de.json',
      'en.json',
      'es.json',
      'manifest.json',
      'outline.png',
    ]);
  });

  test('keeps the rules of the manifest schema', () => {
    expect(manifestSchema.safeParse(app).error?.issues ?? []).toEqual([]);
  });

  test('is the bot and the domain that were named', () => {
    expect(app).toMatchObject({
      id: APP,
      bots: [{ botId: APP }],
      composeExtensions: [
        {
          botId: APP,
          commands: [{ id: 'searchArticles' }],
          messageHandlers: [
            { type: 'link', value: { domains: ['bot.example.com'], supportsAnonymizedPayloads: true } },
          ],
        },
      ],
      validDomains: ['bot.example.com'],
    });
  });

  test('has links shown where the guides are, also where Teams reaches the server by another name', () => {
    const given = json(makeWith({ PUBLIC_URL: 'https://help.example.com/desk' })['manifest.json']);
    expect(given.validDomains).toEqual(['bot.example.com']);
    expect(given.composeExtensions[0].messageHandlers[0].value.domains).toEqual(['help.example.com']);
  });

  test('takes its first language from the server’s setting, or as it is told', () => {
    const first = (files: Readonly<Record<string, Uint8Array>>) =>
      json(files['manifest.json']).localizationInfo.defaultLanguageTag;
    expect(first(makeWith({ DEFAULT_LANGUAGE: 'en' }))).toBe('en');
    expect(first(makeWith({ DEFAULT_LANGUAGE: 'en' }, '--language', 'de'))).toBe('de');
  });

  test.each(languages)(
    '%s keeps the rules of the localization schema, and translates places that exist',
    (language) => {
      const texts = json(files[`${language}.json`]);
      expect(localisationSchema.safeParse(texts).error?.issues ?? []).toEqual([]);
      const keys = Object.keys(texts).filter((key) => key !== '$schema');
      expect(keys.filter((key) => typeof at(app, key) !== 'string')).toEqual([]);
    },
  );

  test.each(languages)('%s leaves nothing in French', (language) => {
    const texts = json(files[`${language}.json`]);
    const french = Object.keys(texts).filter((key) => texts[key] === at(app, key));
    expect(french).toEqual(['name.short']);
    const commands = [...strFromU8(files['manifest.json'] ?? new Uint8Array()).matchAll(/"title":/g)];
    expect(Object.keys(texts).filter((key) => key.endsWith('.title'))).toHaveLength(commands.length);
  });

  // Of PNG's colour types, 2 is opaque, 6 has an alpha channel.
  test.each([
    ['color.png', 192, 2],
    ['outline.png', 32, 6],
  ])('%s is a square PNG of %i pixels and colour type %i', (name, size, colour) => {
    const bytes = Buffer.from(files[name] ?? []);
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }).toEqual({ width: size, height: size });
    expect(bytes[25]).toBe(colour);
  });

  test('the outline is drawn in white alone', () => {
    const svg = readFileSync(join(__dirname, '..', '..', 'teams', 'icons', 'outline.svg'), 'utf8');
    expect(new Set(svg.match(/#\w+/g))).toEqual(new Set(['#fff']));
  });

  test('the same options make the same bytes', () => {
    make();
    const first = readFileSync(join(folder, 'app.zip'));
    make();
    expect(readFileSync(join(folder, 'app.zip')).equals(first)).toBe(true);
  });

  test('carries the name, the pages and the version that were given', () => {
    const given = make('--name', 'Aide', '--privacy', 'https://team.example/privacy', '--version', '2.0.1');
    expect(json(given['manifest.json'])).toMatchObject({
      version: '2.0.1',
      name: { short: 'Aide' },
      developer: { privacyUrl: 'https://team.example/privacy', websiteUrl: 'https://bot.example.com/' },
    });
    expect(json(given['en.json'])['description.full']).toMatch(/^Aide is an automated assistant/);
  });
});

describe('another knowledge base', () => {
  const knowledge = join(folder, 'knowledge');
  const article = (language: string, id: string, featured: string) => {
    mkdirSync(join(knowledge, language, 'articles'), { recursive: true });
    writeFileSync(join(knowledge, language, 'articles', `${id}.md`), `---\ntitle: ${id}\n${featured}---\n`);
  };
  article('en', 'refunds', 'featured: { order: 1, question: How do refunds work? }\n');
  article('en', 'parcels', 'featured: { order: 2, question: Where is my parcel? }\n');
  article('de', 'refunds', 'featured: { order: 1, question: Wie geht eine Erstattung? }\n');
  article('de', 'parcels', '');

  test('brings its languages, its questions, and each translation to its place', () => {
    const files = make('--knowledge', knowledge);
    const app = json(files['manifest.json']);
    expect(app.localizationInfo).toEqual({
      defaultLanguageTag: 'de',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    });
    expect(manifestSchema.safeParse(app).success).toBe(true);
    // Questions to start from, which Teams sends as they are; commands beside them.
    const types = app.bots[0].commandLists[1].commands.map(({ type }: { type?: string }) => type);
    expect(types).toEqual(['prompt', undefined, undefined]);
    const titles = app.bots[0].commandLists[1].commands.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(['Wie geht eine Erstattung?', 'Themen anzeigen', 'Mit einem Menschen sprechen']);
    expect(json(files['en.json'])).toMatchObject({
      'bots[0].commandLists[1].commands[0].title': 'How do refunds work?',
      'bots[0].commandLists[1].commands[2].title': 'Talk to a person',
    });
  });

  test('promises nothing that it has not: no account, no check', () => {
    const files = make('--knowledge', knowledge);
    const said = Object.entries(files).map(([name, bytes]) => (name.endsWith('.json') ? strFromU8(bytes) : ''));
    expect(said.join()).not.toMatch(/account|Konto|Desk|migration/i);
    const [personal] = json(files['manifest.json']).bots[0].commandLists;
    expect(personal.commands.map(({ title }: { title: string }) => title)).toEqual([
      'Wie geht eine Erstattung?',
      'Themen anzeigen',
      'Mit einem Menschen sprechen',
    ]);
  });

  test('says in its own words what it gives words for, also in a language of its own', () => {
    article('en', 'hours', '');
    writeFileSync(join(knowledge, 'en', 'teams.json'), '{ "short": "Ask the shop." }');
    const italian = {
      ...{ name: '{{name}}, il tuo aiuto', short: 'Chiedi.', full: '{{name}} aiuta.' },
      topics: { title: 'Argomenti', description: 'Le guide' },
      person: { title: 'Una persona', description: 'Parla con noi' },
      search: { title: 'Cerca', description: 'Trova una guida', query: 'Ricerca', hint: 'Alcune parole' },
    };
    article('it', 'refunds', 'featured: { order: 1, question: Come funzionano i rimborsi? }\n');
    writeFileSync(join(knowledge, 'it', 'teams.json'), JSON.stringify(italian));
    const files = make('--knowledge', knowledge);
    expect(json(files['en.json'])['description.short']).toBe('Ask the shop.');
    expect(json(files['it.json'])).toMatchObject({
      'description.short': 'Chiedi.',
      'bots[0].commandLists[1].commands[0].title': 'Come funzionano i rimborsi?',
    });
  });
});

describe('words of a help centre that are longer than Teams takes', () => {
  const knowledge = join(folder, 'long');
  const question = `How do I ${'really '.repeat(20)}get my money back?`;
  for (const language of ['en', 'de']) {
    mkdirSync(join(knowledge, language, 'articles'), { recursive: true });
    const front = `title: Refunds ${language}\nfeatured: { order: 1, question: ${question} }\n`;
    writeFileSync(join(knowledge, language, 'articles', 'refunds.md'), `---\n${front}---\n`);
    const words = { short: 'Ask us. '.repeat(20), topics: { title: 'Topics '.repeat(30), description: 'All' } };
    const search = {
      title: 's '.repeat(40),
      description: 'd '.repeat(99),
      query: 'q '.repeat(40),
      hint: 'h'.repeat(200),
    };
    writeFileSync(join(knowledge, language, 'teams.json'), JSON.stringify({ ...words, search }));
  }
  const files = make('--knowledge', knowledge);
  const app = json(files['manifest.json']);

  test('are cut so that the package can be uploaded, in every language', () => {
    expect(manifestSchema.safeParse(app).error?.issues ?? []).toEqual([]);
    expect(localisationSchema.safeParse(json(files['en.json'])).error?.issues ?? []).toEqual([]);
  });

  test('end behind a word; what was cut is told whole below the title', () => {
    const [first] = app.bots[0].commandLists[0].commands;
    expect(first.title).toMatch(/^How do I (?:really )+really…$/);
    expect(first.description).toBe(question);
    expect(app.description.short).toMatch(/Ask us…$/);
  });
});

describe('options that cannot work', () => {
  const refuse = (...options: readonly string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [script, ...options], { env, encoding: 'utf8' });
    return { status, faults: stderr.split('\n').filter((line) => line.startsWith('  - ')) };
  };

  test('all faults are told at once, each with its remedy', () => {
    const { status, faults } = refuse(
      ...['--app-id', 'my-bot', '--domain', 'https://bot.example.com/x', '--name', 'n'.repeat(31)],
      ...['--terms', 'http://team.example', '--version', '1', '--colour', 'red', 'stray'],
    );
    expect(status).toBe(2);
    expect(faults.map((fault) => fault.split(' ')[3])).toEqual([
      '--colour',
      '"red"',
      '"stray"',
      '--app-id',
      '--domain',
      '--name',
      '--terms',
      '--version',
    ]);
  });

  test.each([
    ['nothing', [], ['--app-id is missing', '--domain is missing']],
    ['an option without its value', ['--app-id', APP, '--domain'], ['--domain needs a value', '--domain is missing']],
    [
      'a folder without articles',
      ['--app-id', APP, '--domain', 'bot.example.com', '--knowledge', folder],
      ['holds no articles'],
    ],
    ['this machine as the domain', ['--app-id', APP, '--domain', 'localhost'], ['--domain localhost is no public']],
  ])('%s', (_, options, expected) => {
    const { faults } = refuse(...options);
    expect(faults).toHaveLength(expected.length);
    for (const [i, words] of expected.entries()) expect(faults[i]).toContain(words);
  });
});

describe('the commands that Teams offers', () => {
  let app: App;
  beforeAll(async () => {
    app = await openTestApp();
  });
  afterAll(() => app.close());

  test.each(['fr', 'en', 'de', 'es'])('are each understood (%s)', async (language) => {
    const files = make();
    const manifest = json(files['manifest.json']);
    const texts = language === 'fr' ? undefined : json(files[`${language}.json`]);
    const paths = manifest.bots[0].commandLists.flatMap(({ commands }: { commands: object[] }, list: number) =>
      commands.map((_, i) => `bots[0].commandLists[${list}].commands[${i}].title`),
    );
    for (const path of paths) {
      const title = String(texts ? texts[path] : at(manifest, path));
      const heard = await startTalk(app, { channelId: 'msteams', locale: language }).say(title);
      const lost = app.locales.words(language)('unknown.rephrase', { example: '' }).slice(0, 20);
      expect({ title, said: heard.text, isLost: heard.text.startsWith(lost) }).toMatchObject({ isLost: false });
      expect(heard.choices.length).toBeGreaterThan(0);
    }
  });
});
