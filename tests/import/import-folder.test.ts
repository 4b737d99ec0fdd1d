import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportReport, type ImportSettings, importSource } from '../../src/import/import-source';
import { readFolder } from '../../src/import/sources/read-folder';
import { writeKnowledge } from '../knowledge/articles/write-knowledge';
import { contentsOf } from './contents-of';

let into: string;
const made: (() => void)[] = [];
beforeEach(() => {
  into = mkdtempSync(join(tmpdir(), 'passerelle-import-'));
});
afterEach(() => {
  rmSync(into, { recursive: true, force: true });
  for (const remove of made.splice(0)) remove();
});

type Files = Readonly<Record<string, string>>;

function sourceOf(files: Files): string {
  const { folder, remove } = writeKnowledge(files);
  made.push(remove);
  return folder;
}

const bringIn = (folder: string, settings: Partial<ImportSettings> = {}): Promise<ImportReport> =>
  importSource(readFolder(folder, settings.site), { into, dryRun: false, onProgress: () => undefined, ...settings });

const written = (path: string) => readFileSync(join(into, path), 'utf8');
const articles = () =>
  readdirSync(into, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort();

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';

/** A help centre of a bakery, as Eleventy would have it. */
const BAKERY: Files = {
  'fr/pain/index.md': '---\npermalink: /fr/aide/pain/\ntitle: Pain\n---\n',
  'fr/pain/levain/index.md':
    '---\npermalink: /fr/aide/pain/levain/\ntitle: Entretenir son levain\neleventyNavigation:\n  key: Levain\n  parent: Pain\n---\n' +
    'Nourrissez votre levain *chaque jour*.\n\n1. Pesez 50 g de farine.\n2. Ajoutez l’eau ; voir la [température](/fr/aide/pain/eau#tiede).\n\n' +
    '> [!WARNING] Attention\n> Pas d’eau chaude.\n\n![](images/bocal.svg)\n\n## Au réfrigérateur\n\n| Durée | Geste |\n|---|---|\n| 7 jours | [nourrir](https://exemple.fr/nourrir) |\n',
  'fr/pain/eau.md':
    '---\ntitle: Température de l’eau\nlayout: page\n---\n\nEntre 20 et 25 °C[^1].\n\n[^1]: Selon la saison.\n',
  'fr/pain/levain/images/bocal.svg': DRAWING,
  'fr/questions.md':
    '---\ntitle: Questions fréquentes\n---\n## Livrez-vous ?\n\nOui, à vélo.\n\n## Puis-je payer par carte ?\n\nOui, [voyez](pain/eau.md).\n',
  'en/pain/levain/index.md': '---\ntitle: Keep a sourdough\n---\nFeed it *every day*.\n',
  'en/questions.md':
    '---\ntitle: Questions\n---\n## Do you deliver?\n\nYes, by bicycle.\n\n## Can I pay by card?\n\nYes.\n',
};

it('a folder becomes articles in its languages, with an id that is the same in each', async () => {
  const { articles: counts, notes } = await bringIn(sourceOf(BAKERY));
  expect(counts).toEqual({ en: 3, fr: 4 });
  expect(articles()).toEqual([
    'en/articles/pain/levain.md',
    'en/articles/questions/can-i-pay-by-card.md',
    'en/articles/questions/do-you-deliver.md',
    'fr/articles/pain/eau.md',
    'fr/articles/pain/levain.md',
    'fr/articles/questions/can-i-pay-by-card.md',
    'fr/articles/questions/do-you-deliver.md',
  ]);
  expect(notes).toEqual([
    expect.objectContaining({ key: 'front matter', message: 'fields that say how a site is made: layout (1)' }),
    expect.objectContaining({
      key: 'fr/pain/index.md',
      kind: 'dropped',
      message: 'no text: a page of navigation only',
    }),
  ]);
});

it('links lead to articles, pictures come along, categories come from the navigation', async () => {
  await bringIn(sourceOf(BAKERY));
  const text = written('fr/articles/pain/levain.md');
  expect(text).toContain('categories:\n  - Pain\n');
  expect(text).toContain('[température](article:pain-eau)');
  expect(text).toContain('> [!WARNING]\n> **Attention**\n>\n> Pas d’eau chaude.');
  const [, picture = ''] = /!\[\]\(\/(pictures\/bocal-\w+\.svg)\)/.exec(text) ?? [];
  expect(written(picture)).toBe(DRAWING);
  expect(written('fr/articles/questions/can-i-pay-by-card.md')).toContain(
    'title: Puis-je payer par carte ?\ncategories:\n  - Questions fréquentes\n',
  );
});

it('links and pictures lead to the public site when it is known', async () => {
  await bringIn(sourceOf(BAKERY), { site: 'https://aide.exemple.fr' });
  const text = written('fr/articles/pain/levain.md');
  expect(text).toContain('source: https://aide.exemple.fr/fr/aide/pain/levain/\n');
  expect(text).toContain('](article:pain-eau)');
});

it('no word, link or picture of a page is lost', async () => {
  const folder = sourceOf(BAKERY);
  await bringIn(folder);
  const all = (root: string, paths: readonly string[]) => {
    const pages = paths.map((path) => contentsOf(readFileSync(join(root, path), 'utf8')));
    return {
      words: pages.flatMap(({ words }) => words).sort(),
      links: pages.reduce((sum, { links }) => sum + links, 0),
      pictures: pages.reduce((sum, { pictures }) => sum + pictures, 0),
    };
  };
  // The title of a page of questions is their category.
  const [before, after] = [
    all(folder, ['fr/pain/levain/index.md', 'en/pain/levain/index.md']),
    all(into, ['fr/articles/pain/levain.md', 'en/articles/pain/levain.md']),
  ];
  expect(after).toEqual(before);
  expect(before.words.length).toBeGreaterThan(30);
});

describe('a second import', () => {
  const PATH = 'fr/articles/pain/levain.md';
  const kinds = ({ changes }: ImportReport) =>
    Object.fromEntries(changes.flatMap(({ path, kind }) => (kind === 'same' ? [] : [[path, kind]])));

  it('changes nothing when nothing changed', async () => {
    const folder = sourceOf(BAKERY);
    await bringIn(folder);
    expect(kinds(await bringIn(folder))).toEqual({});
  });

  it('keeps what was edited by hand, and joins it with what changed at the source', async () => {
    const folder = sourceOf(BAKERY);
    await bringIn(folder);
    writeFileSync(join(into, PATH), written(PATH).replace('title: ', 'questions: [mon levain]\ntitle: '));
    const page = join(folder, 'fr/pain/levain/index.md');
    writeFileSync(page, readFileSync(page, 'utf8').replace('7 jours', '10 jours'));
    const report = await bringIn(folder);
    expect(kinds(report)).toEqual({ [PATH]: 'joined' });
    expect(report.changes.find(({ path }) => path === PATH)?.diff).toContain('+| 10 jours');
    expect(written(PATH)).toContain('mon levain');
    expect(written(PATH)).toContain('10 jours');
  });

  it('does not bring back what was deleted by hand, and takes away what is gone from the source', async () => {
    const folder = sourceOf(BAKERY);
    await bringIn(folder);
    rmSync(join(into, PATH));
    rmSync(join(folder, 'fr/pain/eau.md'));
    expect(kinds(await bringIn(folder))).toMatchObject({ [PATH]: 'gone', 'fr/articles/pain/eau.md': 'removed' });
    expect(existsSync(join(into, PATH))).toBe(false);
    expect(existsSync(join(into, 'fr/articles/pain/eau.md'))).toBe(false);
  });

  it('leaves a page that is gone from the source but was edited by hand', async () => {
    const folder = sourceOf(BAKERY);
    await bringIn(folder);
    writeFileSync(join(into, PATH), `${written(PATH)}\nÀ nous.\n`);
    rmSync(join(folder, 'fr/pain/levain/index.md'));
    expect(kinds(await bringIn(folder))).toMatchObject({ [PATH]: 'left' });
    expect(written(PATH)).toContain('À nous.');
  });

  it('tried dry, it says what would come of it and writes nothing', async () => {
    const folder = sourceOf(BAKERY);
    const { changes } = await bringIn(folder, { dryRun: true });
    expect(changes).toHaveLength(7);
    expect(articles()).toEqual([]);
  });
});

describe('pages that nobody would expect', () => {
  it('front matter that cannot be read is said with its line and the remedy; the page arrives', async () => {
    const { notes } = await bringIn(sourceOf({ 'a.md': '---\nlang: en\ntitle: One: two: three\n---\nText.\n' }));
    expect(notes).toEqual([
      {
        key: 'a.md',
        kind: 'changed',
        line: 3,
        message: 'the front matter cannot be read here; put the value in quotes: title: "A title: with a colon"',
      },
    ]);
    expect(written('en/articles/a.md')).toContain('title: "One: two: three"\n');
  });

  it('front matter that is a list is no front matter', async () => {
    const { notes } = await bringIn(sourceOf({ 'a.md': '---\n- one\n---\nThe text is here.\n' }), { language: 'en' });
    expect(notes[0]?.message).toContain('no list of fields');
    expect(written('en/articles/a.md')).toContain('title: A\n');
  });

  it('what first pages are called everywhere is no question for one', async () => {
    await bringIn(sourceOf({ 'index.md': '---\ntitle: Home\n---\n# Bread for all\n\nWe bake it.\n' }), {
      language: 'en',
    });
    const text = written('en/articles/index.md');
    expect(text).toContain('title: Bread for all\n');
    expect(text).not.toContain('Home');
  });

  it('two pages of one name are both named', async () => {
    const { notes } = await bringIn(sourceOf({ 'a.md': 'One text.', 'A/index.md': 'Another text.' }), {
      language: 'en',
    });
    expect(notes).toEqual([
      expect.objectContaining({ key: 'a.md', message: 'would be called "a" like A/index.md; it is called "a-2"' }),
    ]);
    expect(articles()).toEqual(['en/articles/a-2.md', 'en/articles/a.md']);
  });

  it('a page in Windows-1252 keeps its accents', async () => {
    const folder = sourceOf({ 'a.md': '' });
    writeFileSync(join(folder, 'a.md'), Buffer.from('Caf\xe9 cr\xe8me', 'latin1'));
    const { notes } = await bringIn(folder, { language: 'fr' });
    expect(notes[0]?.message).toBe('not in UTF-8: read as Windows-1252');
    expect(written('fr/articles/a.md')).toContain('Café crème');
  });

  it('pages of another language than the one asked for are left out', async () => {
    const { articles: counts } = await bringIn(sourceOf(BAKERY), { language: 'fr' });
    expect(counts).toEqual({ fr: 4 });
  });

  it('a language that nothing tells is asked for', async () => {
    await expect(bringIn(sourceOf({ 'a.md': '42' }))).rejects.toThrow('--language fr');
  });

  it('a folder without pages is said', async () => {
    await expect(bringIn(sourceOf({ 'a.txt': '42' }))).rejects.toThrow('No Markdown file');
  });

  it('a picture outside the folder is not taken', async () => {
    const folder = sourceOf({ 'docs/a.md': 'Text ![x](../../../../secret.png)', 'b.md': 'More text.' });
    const { pictures } = await bringIn(folder, { language: 'en' });
    expect(pictures).toBe(0);
  });
});
