import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { readSite } from '../../../src/import/sources/read-site';
import { isPublic } from '../../../src/import/web/is-public';
import { doorTo, keptAnswers, openStandIn, readAll, type StandIn } from '../stand-in';

const page = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><title>${title} | Bakery help</title>${head}</head><body><nav><a href="/help/">Help</a></nav><main><h1>${title}</h1>${body}</main><footer>Imprint</footer></body></html>`;
const LONG = '<p>Feed your sourdough every single day with fifty grams of flour and as much water.</p>';

let site: StandIn;
afterEach(() => site.close());

const read = (path: string, door = doorTo(site.origin)) =>
  readAll(readSite(`${site.origin}${path}`, { door, wait: async () => undefined }));

/** A site of these pages, by path. */
async function openSite(pages: Readonly<Record<string, string | object>>): Promise<void> {
  site = await openStandIn((path, _, origin) => {
    const said = pages[path];
    return typeof said === 'string' ? said.replaceAll('ORIGIN', origin) : said;
  });
}

it('a site is read below its address, page by page as they link to each other, the text alone', async () => {
  await openSite({
    '/help/': page('Help', `${LONG}<a href="sourdough.html#top">Sourdough</a> <a href="/shop">Shop</a>`),
    '/help/sourdough.html': page('Sourdough', `${LONG}<p>See <a href="/help/">help</a>.</p>`),
  });
  const { pages, notes } = await read('/help/');
  expect(pages.map(({ title, path, language }) => ({ title, path, language }))).toEqual([
    { title: 'Help', path: 'help', language: 'en' },
    { title: 'Sourdough', path: 'help/sourdough', language: 'en' },
  ]);
  expect(pages[1]?.text).toContain('fifty grams');
  expect(pages[1]?.text).not.toContain('Imprint');
  expect(notes).toEqual([]);
  expect(site.asked).not.toContain('/shop');
});

it('a sitemap names the pages; one that leads to itself is read once', async () => {
  await openSite({
    '/sitemap.xml':
      '<sitemapindex><sitemap><loc>ORIGIN/a.xml</loc></sitemap><sitemap><loc>ORIGIN/sitemap.xml</loc></sitemap></sitemapindex>',
    '/a.xml': '<urlset><url><loc>ORIGIN/fr/pain</loc></url><url><loc>https://elsewhere.example/x</loc></url></urlset>',
    '/fr/pain': page('Pain', LONG),
  });
  const { pages } = await read('/sitemap.xml');
  expect(pages.map(({ path, language }) => ({ path, language }))).toEqual([{ path: 'pain', language: 'fr' }]);
  expect(site.asked.filter((path) => path === '/sitemap.xml')).toHaveLength(1);
});

it('what robots.txt asks not to be read is left out, and its delay is kept', async () => {
  await openSite({
    '/robots.txt': 'User-agent: *\nDisallow: /help/secret\nCrawl-delay: 7\n',
    '/help/': page('Help', `${LONG}<a href="secret">Secret</a><a href="open">Open</a>`),
    '/help/open': page('Open', LONG),
    '/help/secret': page('Secret', LONG),
  });
  const waits: number[] = [];
  const source = readSite(`${site.origin}/help/`, {
    door: doorTo(site.origin),
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  const { notes } = await readAll(source);
  expect(site.asked).not.toContain('/help/secret');
  expect(notes).toEqual([expect.objectContaining({ key: '/help/secret', kind: 'dropped' })]);
  expect(waits).toEqual([7000]);
});

it.each([
  ['to another host', 'https://elsewhere.example/x', 'leads to another host (elsewhere.example)'],
  ['to a private address', 'http://169.254.169.254/latest', 'leads to another host (169.254.169.254)'],
  ['to a file of this machine', 'file:///etc/passwd', 'no web address'],
])('a page that redirects %s is not followed', async (_, location, why) => {
  await openSite({
    '/help/': page('Help', `${LONG}<a href="away">Away</a>`),
    '/help/away': { status: 302, headers: { location } },
  });
  const { notes } = await read('/help/');
  expect(notes).toEqual([{ key: '/help/away', kind: 'failed', message: why, line: undefined }]);
});

it('a site on a private network is refused unless it is said to be ours', async () => {
  await openSite({ '/help/': page('Help', LONG) });
  await expect(read('/help/', doorTo(site.origin, { mayBePrivate: false }))).rejects.toThrow('private address');
  expect(site.asked).toEqual([]);
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.1',
  '169.254.169.254',
  '::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '0.0.0.0',
  '100.64.0.1',
])('%s is no public address', (address) => expect(isPublic(address)).toBe(false));

it('redirects in a circle end', async () => {
  await openSite({
    '/help/': page('Help', `${LONG}<a href="a">A</a>`),
    '/help/a': { status: 302, headers: { location: '/help/b' } },
    '/help/b': { status: 302, headers: { location: '/help/a' } },
  });
  expect((await read('/help/')).notes).toEqual([
    expect.objectContaining({ key: '/help/a', message: 'redirected too often' }),
  ]);
});

it('a page of 10 MB is not read', async () => {
  await openSite({
    '/help/': page('Help', `${LONG}<a href="big">Big</a>`),
    '/help/big': page('Big', 'x'.repeat(10_000_000)),
  });
  const { notes } = await read('/help/');
  expect(notes).toEqual([expect.objectContaining({ key: '/help/big', kind: 'failed', message: 'larger than 5 MB' })]);
});

const PACKED = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;

it.each(Object.entries(PACKED))(
  'a page that comes packed (%s) although nobody asked is read, as far as it may unfold',
  async (encoding, pack) => {
    const pages: Readonly<Record<string, string>> = {
      '/help/': page('Help', `${LONG}<a href="bomb">Bomb</a><a href="broken">Broken</a>`),
      '/help/bomb': page('Bomb', 'x'.repeat(6_000_000)),
    };
    site = await openStandIn((path) => {
      const headers = { 'content-type': 'text/html', 'content-encoding': encoding };
      if (path === '/help/broken') return { headers, body: 'not packed at all' };
      const text = pages[path];
      return text === undefined ? undefined : { headers, body: pack(text) };
    });
    const { pages: read_, notes } = await read('/help/');
    expect(read_.map(({ title }) => title)).toEqual(['Help']);
    expect(notes).toEqual([
      expect.objectContaining({ key: '/help/bomb', kind: 'failed', message: 'larger than 5 MB' }),
      expect.objectContaining({
        key: '/help/broken',
        kind: 'failed',
        message: 'came packed in a way that cannot be read',
      }),
    ]);
  },
);

it('a sitemap that is kept packed is read', async () => {
  site = await openStandIn((path, _, origin) =>
    path === '/sitemap.xml.gz'
      ? {
          headers: { 'content-type': 'application/gzip' },
          body: gzipSync(`<urlset><url><loc>${origin}/bread</loc></url></urlset>`),
        }
      : path === '/bread'
        ? page('Bread', LONG)
        : undefined,
  );
  expect((await read('/sitemap.xml.gz')).pages.map(({ title }) => title)).toEqual(['Bread']);
});

it('a page without a text is no article', async () => {
  await openSite({
    '/help/': page('Help', `${LONG}<a href="app">App</a>`),
    '/help/app': '<html><body><div id="root"></div></body></html>',
  });
  expect((await read('/help/')).notes).toEqual([
    expect.objectContaining({ key: '/help/app', kind: 'dropped', message: expect.stringContaining('no article') }),
  ]);
});

it('a page in another charset keeps its accents, named in the page or in the answer', async () => {
  const text = page(
    'Pain',
    '<p>Pétrissez la pâte, façonnez-la, laissez-la lever une heure à température ambiante.</p>',
    '<meta charset="iso-8859-1">',
  );
  site = await openStandIn((path) =>
    path === '/help/' ? { headers: { 'content-type': 'text/html' }, body: Buffer.from(text, 'latin1') } : undefined,
  );
  expect((await read('/help/')).pages[0]?.text).toContain('façonnez-la');
});

it('an import that broke off goes on where it was', async () => {
  let isDown = true;
  const second = page('Second', LONG);
  site = await openStandIn((path) => {
    if (path === '/help/') return page('Help', `${LONG}<a href="second">Second</a>`);
    if (path !== '/help/second') return undefined;
    return isDown ? { status: 500 } : second;
  });
  const answers = keptAnswers();
  const door = doorTo(site.origin, { answers });
  const first = await read('/help/', door);
  expect(first.notes).toEqual([
    expect.objectContaining({ key: '/help/second', kind: 'failed', message: 'answered 500' }),
  ]);
  expect(door.waits.length).toBeGreaterThan(3);
  isDown = false;
  expect((await read('/help/', doorTo(site.origin, { answers }))).pages.map(({ title }) => title)).toEqual([
    'Help',
    'Second',
  ]);
  expect(site.asked.filter((path) => path === '/help/')).toHaveLength(1);
});

it('a server that is busy is waited for as long as it asks', async () => {
  let asked = 0;
  site = await openStandIn((path) =>
    path !== '/help/' ? undefined : ++asked < 3 ? { status: 429, headers: { 'retry-after': '9' } } : page('Help', LONG),
  );
  const door = doorTo(site.origin, { limits: { pause: 1 } });
  expect((await read('/help/', door)).pages).toHaveLength(1);
  expect(door.waits.filter((milliseconds) => milliseconds === 9000)).toHaveLength(2);
});
