import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ImportSettings, importSource } from '../../src/import/import-source';
import { PICTURE_LIMITS } from '../../src/import/picture-problem';
import { readFolder } from '../../src/import/sources/read-folder';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const png = (width: number, height: number) => {
  const picture = Buffer.from(PIXEL, 'base64');
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
};
const jpeg = (width: number, height: number) => {
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const start = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
  return Buffer.concat([start, frame, Buffer.alloc(20)]);
};
const gif = (width: number, height: number) => {
  const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  picture.writeUInt16LE(width, 6);
  picture.writeUInt16LE(height, 8);
  return picture;
};
/** The form of WebP whose header says its size in three bytes each. */
const webp = (width: number, height: number) => {
  const picture = Buffer.alloc(64);
  picture.write('RIFF', 0, 'latin1');
  picture.writeUInt32LE(56, 4);
  picture.write('WEBPVP8X', 8, 'latin1');
  picture.writeUInt32LE(10, 16);
  picture.writeUIntLE(width - 1, 24, 3);
  picture.writeUIntLE(height - 1, 27, 3);
  return picture;
};
const svg = (width: number, height: number) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`);

let [docs, into] = ['', ''];
beforeEach(() => {
  [docs = '', into = ''] = ['docs', 'help'].map((name) => mkdtempSync(join(tmpdir(), `passerelle-${name}-`)));
});
afterEach(() => {
  for (const folder of [docs, into]) rmSync(folder, { recursive: true, force: true });
});

/** Imports one page that shows these pictures, by name; whatever is wrong with one, the page arrives. */
async function bringIn(pictures: Readonly<Record<string, Buffer>>, settings: Partial<ImportSettings> = {}) {
  for (const [name, bytes] of Object.entries(pictures)) {
    mkdirSync(dirname(join(docs, name)), { recursive: true });
    writeFileSync(join(docs, name), bytes);
  }
  const shown = Object.keys(pictures).map((name) => `![The ${name}](${name})`);
  return bringInPage(`Weigh the flour.\n\n${shown.join('\n\n')}\n\nStir it in.\n`, settings);
}
async function bringInPage(text: string, settings: Partial<ImportSettings> = {}) {
  writeFileSync(join(docs, 'bread.md'), text);
  const report = await importSource(readFolder(docs), {
    ...{ into, language: 'en', dryRun: false, onProgress: () => undefined, ...settings },
  });
  return { ...report, page: readFileSync(join(into, 'en/articles/bread.md'), 'utf8') };
}

describe.each([
  ['PNG', 'jar.png', png],
  ['JPEG', 'jar.jpg', jpeg],
  ['GIF', 'jar.gif', gif],
  ['WebP', 'jar.webp', webp],
  ['SVG', 'jar.svg', svg],
])('a %s', (_, name, made) => {
  it('of a usual size comes along as it is', async () => {
    const { pictures, notes, page } = await bringIn({ [name]: made(800, 600) });
    expect({ pictures, notes }).toEqual({ pictures: 1, notes: [] });
    const [, path = ''] = /!\[The jar\.\w+\]\(\/(pictures\/jar-\w+\.\w+)\)/.exec(page) ?? [];
    expect(readFileSync(join(into, path))).toEqual(made(800, 600));
  });

  it('that a browser would unpack to gigabytes is refused by its name; its words stay', async () => {
    const [width, height] = name.endsWith('.webp') ? [16_000, 16_000] : [30_000, 30_000];
    const { pictures, notes, page } = await bringIn({ [name]: made(width, height), 'good.png': png(8, 8) });
    expect(pictures).toBe(1);
    expect(notes).toEqual([
      expect.objectContaining({
        ...{ key: 'bread.md', kind: 'dropped' },
        message: `the picture "${name}": ${width} × ${height} pixels, at most 50 million are taken`,
      }),
    ]);
    expect(page).toContain(`The ${name}\n`);
    expect(page).not.toContain(`](${name})`);
    expect(page).toContain('Stir it in.');
  });
});

it('a picture that no page of the help centre would show, for its weight, is refused before it is read', async () => {
  const heavy = Buffer.concat([png(8, 8), Buffer.alloc(PICTURE_LIMITS.largest)]);
  const { notes } = await bringIn({ 'film.png': heavy });
  expect(notes.map(({ message }) => message)).toEqual(['the picture "film.png": larger than 10 MB']);
});

it.each([
  ['a pointer to a file kept elsewhere', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'],
  ['a page that says "not found"', '<!doctype html><html><body><svg viewBox="0 0 1 1"></svg>404</body></html>'],
  [
    'a drawing whose names unfold to gigabytes',
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg width="8" height="8"><text>&b;</text></svg>',
  ],
  ['nothing at all', ''],
  ['the beginning of a picture', '\x89PNG\r\n\x1a\n'],
])('%s by the name of a picture is none', async (_, contents) => {
  const { pictures, notes } = await bringIn({ 'jar.png': Buffer.from(contents, 'latin1') });
  expect(pictures).toBe(0);
  expect(notes.map(({ message }) => message)).toEqual([
    'the picture "jar.png": no picture in a form that browsers show',
  ]);
});

it('a drawing that leaves its size to the page, behind long comments, is a picture', async () => {
  const drawing = `<?xml version="1.0"?>\n<!-- ${'licence '.repeat(300)} -->\n<svg xmlns="http://www.w3.org/2000/svg"></svg>`;
  expect((await bringIn({ 'jar.svg': Buffer.from(drawing) })).pictures).toBe(1);
});

it('pictures beyond the number or the weight of an import are named, each once, and the rest arrives', async () => {
  const five = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`p${number}.png`, png(number, 1)]));
  const few = await bringIn(five, { pictureLimits: { ...PICTURE_LIMITS, count: 3 } });
  expect(few.pictures).toBe(3);
  expect(few.notes.map(({ message }) => message)).toEqual(
    ['p4', 'p5'].map((name) => `the picture "${name}.png": more than 3 pictures`),
  );
  const light = await bringIn(five, { pictureLimits: { ...PICTURE_LIMITS, total: 2 * png(1, 1).length } });
  expect(light.notes.map(({ message }) => message)).toEqual(
    ['p3', 'p4', 'p5'].map((name) => expect.stringContaining(`"${name}.png": all pictures together`)),
  );
});

it('a picture that stands in the page itself becomes a file; one that is a bomb does not', async () => {
  const { pictures, notes, page } = await bringInPage(
    `Weigh it.\n\n![Scales](data:image/png;base64,${PIXEL})\n\n![Big](data:image/png;base64,${png(30_000, 30_000).toString('base64')})\n`,
  );
  expect(pictures).toBe(1);
  const [, path = ''] = /!\[Scales\]\(\/(pictures\/picture-\w+\.png)\)/.exec(page) ?? [];
  expect(existsSync(join(into, path))).toBe(true);
  expect(page).not.toContain('data:');
  expect(notes.map(({ message }) => message)).toEqual([
    'the picture in the page itself: 30000 × 30000 pixels, at most 50 million are taken',
  ]);
});
