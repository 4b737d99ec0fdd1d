import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importSource } from '../../../src/import/import-source';
import { openSource } from '../../../src/import/open-source';
import { keptAnswers } from '../stand-in';

let [docs, into] = ['', ''];
beforeEach(() => {
  [docs = '', into = ''] = ['docs', 'help'].map((name) => mkdtempSync(join(tmpdir(), `passerelle-${name}-`)));
});
afterEach(() => {
  for (const folder of [docs, into]) rmSync(folder, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string | Buffer>>;
async function bringIn(files: Files, source = '') {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(docs, path)), { recursive: true });
    writeFileSync(join(docs, path), contents);
  }
  const options = { env: {}, answers: keptAnswers(), mayBePrivate: false };
  return importSource(openSource(join(docs, source), options), { into, dryRun: false, onProgress: () => undefined });
}
const written = (path: string) => readFileSync(join(into, path), 'utf8');

const html = (title: string, body: string, head = '<meta charset="utf-8">', lang = 'en') =>
  `<!DOCTYPE html><html lang="${lang}"><head>${head}<title>${title} | Bakery</title></head><body><nav><a href="index.html">Home</a></nav><main><h1>${title}</h1>${body}</main><footer>Imprint</footer></body></html>`;
const LONG = '<p>Feed your sourdough every single day with fifty grams of flour and as much water.</p>';
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';

const SITE: Files = {
  'index.html': html('Help', `${LONG}<a href="bread/sourdough.html#feed">Feed it</a>`),
  'bread/sourdough.html': html(
    'Sourdough',
    `${LONG}<img src="../img/a%20jar.svg" alt="A jar"><ol><li>Weigh the flour.</li><li>Stir it in; see <a href="rye.htm">rye</a>.</li></ol><p><a href="https://flour.example/">Flour</a></p>`,
  ),
  'bread/rye.htm': html('Rye', `${LONG}<img src="/img/a jar.svg" alt="The jar again">`),
  'img/a jar.svg': DRAWING,
};

it('a folder of HTML becomes articles: their text alone, links to each other kept, pictures copied', async () => {
  const { notes, pictures, articles } = await bringIn(SITE);
  expect({ notes, pictures, articles }).toEqual({ notes: [], pictures: 1, articles: { en: 3 } });
  const text = written('en/articles/bread/sourdough.md');
  expect(text).toContain('title: Sourdough\n');
  expect(text).toContain('[rye](article:bread-rye)');
  expect(text).toContain('[Flour](https://flour.example/)');
  expect(text).not.toMatch(/Imprint|Home/);
  const [, path = ''] = /!\[A jar\]\(\/(pictures\/a-jar-\w+\.svg)\)/.exec(text) ?? [];
  expect(written(path)).toBe(DRAWING);
  expect(written('en/articles/bread/rye.md')).toContain(`![The jar again](/${path})`);
  expect(written('en/articles/index.md')).toContain('[Feed it](article:bread-sourdough)');
});

it('one file of HTML becomes an article, its pictures copied; what it leads to beside it is said', async () => {
  const { notes, pictures } = await bringIn(SITE, 'bread/sourdough.html');
  expect(pictures).toBe(0);
  expect(notes.map(({ message }) => message.replace(/;.*/, ''))).toEqual([
    'the picture "../img/a%20jar.svg" is not in the source',
    'the link to "rye.htm" leads to no page of the source',
  ]);
  await bringIn(
    { 'one/page.html': html('One', `${LONG}<img src="page_files/x.svg" alt="X">`), 'one/page_files/x.svg': DRAWING },
    'one/page.html',
  );
  expect(written('en/articles/page.md')).toMatch(/!\[X\]\(\/pictures\/x-\w+\.svg\)/);
});

it('a page that names its public address is linked to there; an address that many pages name is nobody’s', async () => {
  const canonical = (path: string) => `<link rel="canonical" href="https://bakery.example/${path}">`;
  await bringIn({
    'a.html': html('A', LONG, canonical('a')),
    'b.html': html('B', LONG, canonical('')),
    'c.html': html('C', LONG, canonical('')),
  });
  expect(written('en/articles/a.md')).toContain('source: https://bakery.example/a\n');
  expect(written('en/articles/b.md')).not.toContain('source:');
});

const FRENCH = 'Pétrissez la pâte, façonnez-la – laissez-la lever une heure à température ambiante, à 5 € le kilo.';
/** `–` and `€` are where Windows-1252 is more than ISO 8859-1. */
const windows = (text: string) => Buffer.from(text.replaceAll('–', '\x96').replaceAll('€', '\x80'), 'latin1');
it.each([
  [
    'iso-8859-1, as most that are Windows-1252 say',
    windows(html('Pain', `<p>${FRENCH}</p>`, '<meta charset=iso-8859-1>', 'fr')),
  ],
  [
    'windows-1252',
    windows(
      html(
        'Pain',
        `<p>${FRENCH}</p>`,
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
        'fr',
      ),
    ),
  ],
  ['nothing', windows(html('Pain', `<p>${FRENCH}</p>`, '', 'fr'))],
  ['utf-8, which it is not', windows(html('Pain', `<p>${FRENCH}</p>`, '<meta charset="utf-8">', 'fr'))],
  [
    'a charset that nobody knows, in UTF-8',
    Buffer.from(html('Pain', `<p>${FRENCH}</p>`, '<meta charset="x-ours">', 'fr')),
  ],
  [
    'iso-8859-1 behind the mark of UTF-8',
    Buffer.from(`\uFEFF${html('Pain', `<p>${FRENCH}</p>`, '<meta charset="iso-8859-1">', 'fr')}`),
  ],
  ['UTF-16 by its mark', Buffer.from(`\uFEFF${html('Pain', `<p>${FRENCH}</p>`, '', 'fr')}`, 'utf16le')],
  ['UTF-16, which it is not', Buffer.from(html('Pain', `<p>${FRENCH}</p>`, '<meta charset="utf-16">', 'fr'))],
])('a page that says %s keeps its accents', async (_, bytes) => {
  await bringIn({ 'pain.html': bytes });
  expect(written('fr/articles/pain.md')).toContain(FRENCH);
});

it('a page of 10 MB is refused by its name, the others arrive; alone it is why nothing does', async () => {
  const big = html('Big', `<p>${'bread '.repeat(1_700_000)}</p>`);
  const { notes } = await bringIn({ 'big.html': big, 'rye.html': html('Rye', LONG) });
  expect(notes).toEqual([
    expect.objectContaining({ key: 'big.html', kind: 'failed', message: '10 MB: too large for a page (at most 5 MB)' }),
  ]);
  await expect(bringIn({}, 'big.html')).rejects.toThrow('big.html: 10 MB: too large for a page (at most 5 MB).');
});

it.each([
  ['boxes', '<div>'.repeat(50_000)],
  ['lists', '<ul><li>a'.repeat(400)],
  ['quotes', '<blockquote>'.repeat(900)],
])('a page of %s in each other is said, and the others arrive', async (_, nested) => {
  const { notes, articles } = await bringIn({
    'deep.html': html('Deep', nested + LONG),
    'rye.html': html('Rye', LONG),
  });
  expect(articles).toEqual({ en: 1 });
  expect(notes).toEqual([
    expect.objectContaining({ key: 'deep.html', message: expect.stringContaining('nested too deeply') }),
  ]);
});

it('so is a page of Markdown', async () => {
  const { notes, articles } = await bringIn({
    'deep.md': `${'> '.repeat(400)}a\n`,
    'html.md': `Some words.\n\n${'<div>'.repeat(400)}a\n`,
    'rye.md': 'Feed your sourdough every day, with as much flour as water.\n',
  });
  expect(articles).toEqual({ en: 1 });
  expect(notes.map(({ key, message }) => `${key}: ${message}`)).toEqual([
    'deep.md: nested too deeply to be read',
    'html.md: nested too deeply to be read',
  ]);
});

it('HTML beside Markdown, mostly templates, is named and not taken for pages', async () => {
  const { notes, articles } = await bringIn({
    'overrides/main.html': html('Main', LONG),
    'a.md': 'Feed your sourdough every day.\n',
  });
  expect(articles).toEqual({ en: 1 });
  expect(notes).toEqual([
    expect.objectContaining({ key: 'HTML', message: expect.stringContaining('1 files of HTML') }),
  ]);
});
