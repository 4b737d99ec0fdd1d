import { apiOf } from '../../../src/import/sources/api-of';
import { doorTo, keptAnswers, openStandIn, readAll, type StandIn } from '../stand-in';

let desk: StandIn;
afterEach(() => desk?.close());

const ENV = {
  ZENDESK_EMAIL: 'a@bakery.example',
  ZENDESK_TOKEN: 'zen',
  INTERCOM_TOKEN: 'inter',
  FRESHDESK_KEY: 'fresh',
  TEAMWORK_DESK_KEY: 'team',
};

/** Reads a help desk whose API is the stand-in. */
async function read(name: string, answers = keptAnswers()) {
  const api = apiOf(`${name}:${desk.origin}`, ENV);
  if (!api) throw new Error(`no such help desk: ${name}`);
  return readAll(api.read(api.origin, doorTo(desk.origin, { answers, headers: api.headers })));
}

/** What an article of theirs is, in short. */
const short = ({ pages }: Awaited<ReturnType<typeof read>>) =>
  pages.map(
    ({ key, path, language, title, categories }) =>
      `${key} ${language ?? '-'} ${path}: ${title} [${categories.join(' > ')}]`,
  );

/** Zendesk's Help Center API: locales, cursors in `links.next`, categories over sections. */
function zendesk(path: string, origin: string): object | undefined {
  const article = (id: number, title: string, more: object = {}) => ({
    id,
    title,
    body: '<p>Feed it.</p>',
    html_url: `https://bakery.zendesk.com/hc/articles/${id}`,
    section_id: 5,
    draft: false,
    edited_at: '2026-05-01T10:00:00Z',
    ...more,
  });
  const url = new URL(path, origin);
  const list = (name: string, rows: readonly object[], next?: string) => ({
    [name]: rows,
    meta: { has_more: next !== undefined },
    links: { next: next ?? null },
  });
  const base = '/api/v2/help_center';
  switch (url.pathname) {
    case `${base}/locales.json`:
      return { locales: ['en-us', 'fr'], default_locale: 'en-us' };
    case `${base}/en-us/categories.json`:
      return list('categories', [{ id: 1, name: 'Bread' }]);
    case `${base}/en-us/sections.json`:
      return list('sections', [
        { id: 4, name: 'Sour', category_id: 1 },
        { id: 5, name: 'Daily', category_id: 1, parent_section_id: 4 },
      ]);
    case `${base}/fr/categories.json`:
      return list('categories', [{ id: 1, name: 'Pain' }]);
    case `${base}/fr/sections.json`:
      return list('sections', [{ id: 5, name: 'Chaque jour', category_id: 1 }]);
    case `${base}/en-us/articles.json`:
      return url.searchParams.get('page[after]')
        ? list('articles', [article(12, 'Ovens'), article(13, 'Secret', { draft: true })])
        : list(
            'articles',
            [article(11, 'Feed it')],
            `${origin}${base}/en-us/articles.json?page%5Bafter%5D=x&page%5Bsize%5D=100`,
          );
    case `${base}/fr/articles.json`:
      return list('articles', [article(11, 'Nourrissez-le')]);
    default:
      return undefined;
  }
}

it('Zendesk Guide: all pages of all languages, categories from its sections, no drafts', async () => {
  desk = await openStandIn((path, _, origin) => zendesk(path, origin));
  const found = await read('zendesk');
  expect(short(found)).toEqual([
    '11 en feed-it: Feed it [Bread > Sour > Daily]',
    '12 en ovens: Ovens [Bread > Sour > Daily]',
    '11 fr feed-it: Nourrissez-le [Pain > Chaque jour]',
  ]);
  expect(found.pages[0]).toMatchObject({ address: 'https://bakery.zendesk.com/hc/articles/11', updated: '2026-05-01' });
  expect(found.notes.map(({ message }) => message)).toEqual(['a draft: "Secret"']);
});

it('an API that fails in the middle is named, and the next try asks only for the rest', async () => {
  let isDown = true;
  desk = await openStandIn((path, _, origin) =>
    isDown && path.includes('after') ? { status: 429 } : zendesk(path, origin),
  );
  const answers = keptAnswers();
  const first = await read('zendesk', answers);
  expect(short(first)).toHaveLength(2);
  expect(first.notes.map(({ kind, message }) => `${kind} ${message}`)).toEqual([
    'failed "/api/v2/help_center/en-us/articles.json": answered 429',
  ]);
  isDown = false;
  const before = desk.asked.length;
  expect(short(await read('zendesk', answers))).toHaveLength(3);
  expect(desk.asked.slice(before)).toEqual([expect.stringContaining('after')]);
});

it('Intercom: numbered pages, translations beside the article, collections above it', async () => {
  const list = (data: readonly object[], page: number, total: number) => ({
    type: 'list',
    data,
    pages: { type: 'pages', page, per_page: 50, total_pages: total },
  });
  const versions: string[] = [];
  desk = await openStandIn((path, { headers }) => {
    versions.push(String(headers['intercom-version']));
    if (headers.authorization !== 'Bearer inter') return { status: 401 };
    if (path.startsWith('/help_center/collections'))
      return list(
        [
          { id: '8', name: 'Daily', parent_id: '7' },
          { id: '7', name: 'Bread', parent_id: null },
        ],
        1,
        1,
      );
    const [, page] = /page=(\d+)/.exec(path) ?? [];
    if (page === '1')
      return list(
        [
          {
            id: '1',
            title: 'Feed it',
            body: '<p>Feed.</p>',
            state: 'published',
            url: 'http://help.bakery.example/1',
            updated_at: 1777629600,
            parent_id: 8,
            default_locale: 'en',
            translated_content: {
              type: 'article_translated_content',
              fr: { title: 'Nourrissez', body: '<p>Oui.</p>', state: 'published' },
              de: { title: 'Füttern', body: 'x', state: 'draft' },
            },
          },
        ],
        1,
        2,
      );
    return list([{ id: '2', title: 'Ovens', body: '', state: 'published', default_locale: 'en' }], 2, 2);
  });
  const found = await read('intercom');
  expect(short(found)).toEqual(['1 en feed-it: Feed it [Bread > Daily]', '1 fr feed-it: Nourrissez [Bread > Daily]']);
  expect(found.pages[0]?.updated).toBe('2026-05-01');
  expect(found.notes.map(({ message }) => message).sort()).toEqual([
    'no text: "Ovens"',
    'not published: "Füttern" (de)',
  ]);
  expect(new Set(versions)).toEqual(new Set(['2.11']));
});

it('Freshdesk: categories, their folders, their articles page by page', async () => {
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: from + at,
      title: `Loaf ${from + at}`,
      description: '<p>Bake.</p>',
      status: 2,
      updated_at: '2026-05-01T10:00:00Z',
    }));
  desk = await openStandIn((path, { headers }) => {
    if (headers.authorization !== `Basic ${Buffer.from('fresh:X').toString('base64')}`) return { status: 401 };
    const base = '/api/v2/solutions';
    if (path === `${base}/categories`) return [{ id: 1, name: 'Bread' }];
    if (path === `${base}/categories/1/folders`)
      return [
        { id: 2, name: 'Daily', visibility: 1 },
        { id: 3, name: 'Staff', visibility: 3 },
      ];
    if (path === `${base}/folders/2/articles?page=1&per_page=100`) return rows(1, 100);
    if (path === `${base}/folders/2/articles?page=2&per_page=100`)
      return [...rows(101, 1), { id: 200, title: 'Draft', description: 'x', status: 1 }];
    return undefined;
  });
  const found = await read('freshdesk');
  expect(found.pages).toHaveLength(101);
  expect(short(found)[100]).toBe('101 - loaf-101: Loaf 101 [Bread > Daily]');
  expect(found.notes.map(({ message }) => message)).toEqual([
    'not published: "Draft"',
    'a folder that is not for everybody: "Staff"',
  ]);
});

it('Help Docs of Teamwork Desk: the list, the contents of each, nothing private', async () => {
  const listed = (id: number, title: string, more: object = {}) => ({
    id,
    title,
    slug: title.toLowerCase(),
    status: 'Published',
    isPrivate: false,
    helpdocsite: { id: 7, type: 'helpdocssites' },
    categories: [11],
    updatedAt: '2026-04-02T10:00:00Z',
    ...more,
  });
  desk = await openStandIn((path, { headers }) => {
    if (headers.authorization !== 'Bearer team') return { status: 401 };
    const { pathname, searchParams } = new URL(path, 'http://x');
    const api = '/desk/api/v2';
    const page = Number(searchParams.get('page'));
    if (pathname === `${api}/helpdocssites.json`)
      return {
        helpdocssites: [{ id: 7, name: 'Help', languageCode: 'fr', customDomain: 'help.bakery.example' }],
        pagination: { page: 1, pages: 1 },
      };
    if (pathname === `${api}/helpdocscategories.json`) return { helpdocscategories: [{ id: 11, name: 'Pain' }] };
    if (pathname === `${api}/helpdocssites/helpdocarticles.json`)
      return {
        helpdocarticles:
          page === 1 ? [listed(1, 'Levain')] : [listed(2, 'Four'), listed(3, 'Privé', { isPrivate: true })],
        pagination: { page, pages: 2 },
      };
    const [, id] = /\/helpdocssites\/7\/helpdocarticles\/(\d)\.json$/.exec(pathname) ?? [];
    return id
      ? { helpdocarticle: { ...listed(Number(id), 'x'), contents: `<p>Texte ${id}.</p>` }, included: {} }
      : undefined;
  });
  const found = await read('teamwork');
  expect(short(found)).toEqual(['1 fr levain: Levain [Pain]', '2 fr four: Four [Pain]']);
  expect(found.pages[0]).toMatchObject({
    address: 'https://help.bakery.example/article/levain',
    text: '<p>Texte 1.</p>',
  });
  expect(found.notes.map(({ message }) => message)).toEqual(['not published for everybody: "Privé"']);
});

it('a key that may not read is said, with what to set', async () => {
  desk = await openStandIn(() => ({ status: 401 }));
  await expect(read('freshdesk')).rejects.toThrow(
    'the key is missing, wrong or may not read articles. Set FRESHDESK_KEY',
  );
});

it.each([
  ['freshdesk:bakery', 'FRESHDESK_KEY is missing'],
  ['zendesk:', 'Which account?'],
])('%s asks for what is missing', (given, message) => {
  expect(() => apiOf(given, {})).toThrow(message);
});

it.each([
  ['zendesk:bakery', 'https://bakery.zendesk.com'],
  ['teamwork:bakery.eu.teamwork.com', 'https://bakery.eu.teamwork.com'],
  ['intercom:', 'https://api.intercom.io'],
])('%s is asked at %s', (given, origin) => {
  expect(apiOf(given, ENV)?.origin).toBe(origin);
});
