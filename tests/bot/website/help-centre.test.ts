import { newLanguage } from '../../../src/commands/new-language';
import { openSite, type Site } from '../../channels/web/open-site';
import { articleFile, writeKnowledge } from '../../knowledge/articles/write-knowledge';

const LANGUAGES = ['de', 'en', 'es', 'fr', 'it'];
const TITLES: Readonly<Record<string, string>> = {
  de: 'Brot backen',
  en: 'Bake bread',
  es: 'Hornear pan',
  fr: 'Faire du pain',
  it: 'Fare il pane',
};
const BODY =
  'Flour and water.\n\n1. Heat the oven.\n2. Wait.\n\n## Storing the loaf\n\nKeep a loaf in a linen bag; in the fridge it dries out.';
const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `en/articles/many-${at}.md`,
      articleFile(`Guide number ${at}`, `The answer ${at}.`, `categories: [Shelf ${at % 12}]\n`),
    ]),
  );

const openWith = async (files: Readonly<Record<string, string>>, languages: readonly string[] = []) => {
  const { folder, remove } = writeKnowledge(files);
  for (const language of languages) await newLanguage(folder, language);
  const site = await openSite({ knowledgeFolder: folder, publicUrl: 'https://bakery.example/help' });
  return { site, remove };
};
const get = async ({ base }: Site, path: string) => {
  const response = await fetch(`${base}${path}`, { headers: { 'accept-encoding': 'identity' } });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
/** What the page says of itself to programs. */
const dataIn = (text: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? 'null');

describe('a help centre in five languages', () => {
  let site: Site;
  let remove: () => void;
  beforeAll(async () => {
    const files = {
      ...Object.fromEntries(
        LANGUAGES.map((language) => [
          `${language}/articles/bread.md`,
          articleFile(TITLES[language] ?? '', BODY, 'categories: [Ovens]\n'),
        ]),
      ),
      'en/articles/sour.md': articleFile(
        'Why is my dough sour?',
        'It stood too long. </script><b>',
        'categories: [Dough]\n',
      ),
      'en/articles/rye.md': articleFile('Rye flour', 'It drinks more water.', 'categories: [Dough]\n'),
    };
    ({ site, remove } = await openWith(files, ['it']));
  });
  afterAll(async () => {
    await site.server.stop();
    remove();
  });

  test.each(LANGUAGES)('is read in %s, with the way to the other four', async (language) => {
    const home = await get(site, `/?lng=${language}`);
    expect(home.text).toContain(`<html lang="${language}">`);
    expect(home.text).toContain(TITLES[language] ?? '');
    expect(home.text.match(/hreflang="\w+" lang=/g)).toHaveLength(5);
    const { text } = await get(site, `/articles/${language}/bread`);
    expect(text).toContain(`<link rel="canonical" href="https://bakery.example/help/articles/${language}/bread">`);
    for (const other of LANGUAGES)
      expect(text).toContain(
        `<link rel="alternate" hreflang="${other}" href="https://bakery.example/help/articles/${other}/bread">`,
      );
    expect(text).toContain(`<meta property="og:title" content="${TITLES[language]}">`);
    expect(dataIn(text)).toMatchObject({
      '@type': 'HowTo',
      name: TITLES[language],
      inLanguage: language,
      step: [
        { position: 1, text: 'Heat the oven.' },
        { position: 2, text: 'Wait.' },
      ],
    });
  });

  test('a guide that is written in one language is one page for searches, whatever it is asked for in', async () => {
    const { text } = await get(site, '/articles/de/sour');
    expect(text).toContain('<link rel="canonical" href="https://bakery.example/help/articles/en/sour">');
    expect(text).not.toContain('rel="alternate"');
  });

  test('a guide without steps is a question with its answer, and cannot break out of what it says', async () => {
    const { text } = await get(site, '/articles/en/sour');
    expect(dataIn(text)).toMatchObject({
      '@type': 'FAQPage',
      mainEntity: [
        { name: 'Why is my dough sour?', acceptedAnswer: { text: expect.stringContaining('It stood too long.') } },
      ],
    });
    expect(text).not.toContain('</script><b>');
  });

  test('shows its guides under their categories', async () => {
    const { text } = await get(site, '/?lng=en');
    expect(text).toMatch(/<h3>Dough<\/h3>.*Rye flour.*<\/section>/s);
    expect(text).toContain('<h3>Ovens</h3>');
  });

  test('shows where in a guide the words stand that were searched for, and marks them', async () => {
    const { text } = await get(site, '/?lng=en&q=keep%20bread%20in%20the%20fridge');
    const [, found = ''] = text.split('aria-live="polite"');
    expect(found).toContain('<strong>Storing the loaf</strong>');
    expect(found).toMatch(/<mark>Keep<\/mark> a loaf in a linen bag; in the <mark>fridge<\/mark> it dries out/);
    expect(text).toContain('<meta name="robots" content="noindex">');
  });

  test('names every page in its sitemap, with its translations, and the sitemap in robots.txt', async () => {
    const { type, text } = await get(site, '/sitemap.xml');
    expect(type).toContain('application/xml');
    const places = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place]) => place);
    expect(places.filter((place) => place?.includes('/articles/')).sort()).toEqual(
      [
        ...LANGUAGES.map((language) => `https://bakery.example/help/articles/${language}/bread`),
        'https://bakery.example/help/articles/en/rye',
        'https://bakery.example/help/articles/en/sour',
      ].sort(),
    );
    expect(text.match(/<xhtml:link/g)).toHaveLength(25);
    expect(text).toContain('<lastmod>2026-11-22</lastmod>');
    for (const place of places) {
      const path = place?.replace('https://bakery.example/help', '') ?? '';
      expect([path, (await get(site, path)).status]).toEqual([path, 200]);
    }
    expect((await get(site, '/robots.txt')).text).toContain('Sitemap: https://bakery.example/help/sitemap.xml');
  });
});

describe('a help centre of one language', () => {
  test('offers no other languages, no categories, no practice: what it lacks is not shown', async () => {
    const { site, remove } = await openWith({ 'en/articles/bread.md': articleFile('Bake bread', BODY) });
    const { text } = await get(site, '/?lng=de');
    expect(text).toContain('<html lang="en">');
    expect(text).not.toMatch(/<nav|<h3|<details|hreflang|practice/);
    await site.server.stop();
    remove();
  });
});

test('of a thousand guides the page lists the titles, folded by category, and a search shows the passage', async () => {
  const { site, remove } = await openWith(many(1000));
  const { text } = await get(site, '/?lng=en');
  expect(text.match(/<details/g)).toHaveLength(12);
  expect(text.match(/<li><a href="\/help\/articles\/en\/many-/g)).toHaveLength(1000);
  expect(text).not.toContain('The answer 7.');
  expect(text.length).toBeLessThan(150_000);
  expect((await get(site, '/?lng=en&q=guide%20number%20777')).text).toContain('The answer <mark>777</mark>.');
  await site.server.stop();
  remove();
});
