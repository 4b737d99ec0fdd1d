import { get } from 'node:http';
import { openSite, type Site } from '../../channels/web/open-site';

let site: Site;
beforeAll(async () => {
  site = await openSite({ webOrigins: ['https://shop.example'], team: { name: 'Help Desk Migration' } });
});
afterAll(() => site.server.stop());

const page = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${site.base}${path}`, { headers: { 'accept-encoding': 'identity', ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('the help centre', () => {
  it.each([
    ['fr', 'Comment pouvons-nous vous aider'],
    ['en', 'How can we help you'],
    ['de', 'Wie können wir Ihnen helfen'],
    ['es', 'En qué podemos ayudarle'],
  ])('speaks %s, asked for or wished for by the browser', async (language, words) => {
    for (const { status, text } of [
      await page(`/?lng=${language}`),
      await page('/', { 'accept-language': `xx,${language}-XX;q=0.9` }),
    ]) {
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).toContain(words);
      expect(text.match(/<li><a href="\/articles\//g)).toHaveLength(6);
      expect(text).toContain(`<script src="/widget.js" data-language="${language}" async>`);
    }
  });

  it.each([
    ['fr', 'comment couper les déclencheurs', 'triggers'],
    ['en', 'where is my api key', 'api-key'],
    ['de', 'Benachrichtigungen ausschalten', 'email-notifications'],
    ['es', 'añadir agentes', 'agents'],
  ])('answers a search in %s by the same index: %s', async (language, question, article) => {
    const { text } = await page(`/?lng=${language}&q=${encodeURIComponent(question)}`);
    const [, results = ''] = text.split('<section');
    expect(results.match(/\/articles\/\w+\/([\w-]+)/)?.[1]).toBe(article);
  });

  it('says so when nothing is found', async () => {
    expect((await page('/?lng=en&q=xqzt')).text).toContain('No guide matches “xqzt”');
  });

  it('shows what was searched for as text', async () => {
    const { text, headers } = await page(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  });
});

describe('an article', () => {
  it.each(['fr', 'en', 'de', 'es'])('reads in %s without a script: steps, warnings, date, source', async (language) => {
    const { status, text } = await page(`/articles/${language}/triggers`);
    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toMatch(/<ol>[\s\S]*<li>[\s\S]*<\/ol>/);
    expect(text).toContain('<time datetime="20');
    expect(text.match(/<h1/g)).toHaveLength(1);
    // What says what the page is, for programs, is data and runs nothing.
    expect(text.match(/<script(?! type="application\/ld\+json")/g)).toHaveLength(1);
  });

  it('every one of them, in every language, has a page; and every link in it leads somewhere', async () => {
    for (const language of site.app.locales.languages) {
      for (const id of site.app.knowledgeService.knowledge.articles.keys()) {
        const { status, text } = await page(`/articles/${language}/${id}`);
        expect([language, id, status]).toEqual([language, id, 200]);
        for (const [, link = ''] of text.matchAll(/<a [^>]*href="(\/articles[^"]*)"/g)) {
          expect([link, (await page(link)).status]).toEqual([link, 200]);
        }
      }
    }
  });

  it.each([
    '/articles/fr/nothing',
    '/articles/xx/triggers',
    '/articles/',
    '/articles/fr/..%2f..%2fetc',
    '/widget/nothing',
  ])('is missing at %s, in words', async (path) => {
    const { status, text } = await page(`${path}?lng=de`);
    expect(status).toBe(404);
    const words = path.startsWith('/articles/fr/nothing') ? 'Cette page n&#39;existe pas' : 'Diese Seite gibt es nicht';
    expect(text).toContain(words);
  });
});

describe('suggestions while typing', () => {
  const suggested = async (q: string, lng = 'fr') =>
    JSON.parse((await page(`/api/suggest?q=${encodeURIComponent(q)}&lng=${lng}`)).text);

  it('go on with what was begun', async () => {
    expect((await suggested('déclenc'))[0]).toMatchObject({ article: 'triggers', title: expect.any(String) });
    expect((await suggested('api k', 'en'))[0]).toMatchObject({ article: 'api-key' });
  });

  it('name each guide once, five at most, and nothing for one letter', async () => {
    const found: { article: string }[] = await suggested('comment');
    expect(new Set(found.map(({ article }) => article)).size).toBe(found.length);
    expect(found.length).toBeLessThanOrEqual(5);
    expect(await suggested('c')).toEqual([]);
    expect(await suggested('')).toEqual([]);
  });
});

describe('what the widget is served', () => {
  it('has its sentences in the language, with their places open', async () => {
    const { text, headers } = await page('/widget/config?lng=es');
    const { language, languages, words, team, suggestions } = JSON.parse(text);
    expect(language).toBe('es');
    expect(JSON.parse((await page('/widget/config?lng=ar')).text).language).toBe('fr');
    expect(languages.toSorted()).toEqual(['de', 'en', 'es', 'fr']);
    expect(words).toMatchObject({ open: expect.any(String), unread: expect.stringContaining('{{count}}') });
    expect([team, suggestions]).toEqual([{ name: 'Help Desk Migration' }, true]);
    expect(headers.get('content-type')).toContain('json');
  });

  it.each(['/widget/config', '/api/suggest?q=api'])('%s is kept apart by language and by site', async (path) => {
    const { headers } = await page(path);
    expect(headers.get('vary')?.split(', ')).toEqual(['Accept-Encoding', 'Accept-Language', 'Origin']);
  });

  it('may be framed by trusted sites and nobody else; runs nothing but our own', async () => {
    const { headers, text } = await page('/widget/chat?lng=de');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'self' https://shop.example");
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("img-src data: 'self' https://shop.example;");
    expect(text).toContain('<html lang="de">');
    expect((await page('/')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('comes with all that the chat needs to draw itself', async () => {
    const { text } = await page('/widget/chat?lng=de');
    const [, config = ''] = /data-config="([^"]*)"/.exec(text) ?? [];
    const served = JSON.parse((await page('/widget/config?lng=de')).text);
    expect(JSON.parse(config.replaceAll('&quot;', '"').replaceAll('&#39;', "'"))).toEqual(served);
  });

  it('has its scripts for good at the address of their version, and for minutes elsewhere', async () => {
    const { text } = await page('/widget/chat?lng=fr');
    const [, script = ''] = /<script src="([^"]*)"/.exec(text) ?? [];
    expect(script).toMatch(/^\/widget\/chat\.js\?v=[\w-]{22}$/);
    const cacheOf = async (path: string) => (await page(path)).headers.get('cache-control');
    expect(await cacheOf(script)).toBe('public, max-age=31536000, immutable');
    for (const path of ['/widget.js', '/widget/chat.js', '/widget/chat.js?v=of-yesterday'])
      expect([path, await cacheOf(path)]).toEqual([path, 'public, max-age=300, stale-while-revalidate=86400']);
    const packed = await page(script, { 'accept-encoding': 'br' });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.text).toBe((await page(script, { 'accept-encoding': 'identity' })).text);
  });

  it('is tried out on a page with the strictest policy', async () => {
    const { headers, text } = await page(
      '/widget/test?lng=en&accent=%23ff0000&article="><script>x</script>&title=Your%20bank',
    );
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; frame-src 'self'");
    expect(text).toContain('data-accent="#ff0000"');
    expect(text).not.toContain('<script>x');
    expect(text).not.toContain('Your bank');
  });
});

describe('pages on the wire', () => {
  it.each([
    ['br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=0.5, br;q=0', 'gzip'],
    ['identity', null],
  ])('are compressed for who takes %s: %s', async (accepted, coding) => {
    const { headers, text } = await page('/', { 'accept-encoding': accepted });
    expect(headers.get('content-encoding')).toBe(coding);
    expect(headers.get('vary')).toContain('Accept-Encoding');
    expect(text).toContain('</html>');
  });

  it('are not sent again to who has them', async () => {
    const tag = (await page('/')).headers.get('etag') ?? '';
    // fetch would ask for no cached answer.
    const known = (headers: Readonly<Record<string, string>>) =>
      new Promise((resolve, reject) => {
        get(`${site.base}/`, { headers }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      });
    expect(await known({ 'if-none-match': tag })).toBe(304);
    expect(await known({ 'if-none-match': `"another", W/${tag}` })).toBe(304);
    expect(await known({ 'if-none-match': '"another"' })).toBe(200);
  });

  it('keep conversations out of every cache', async () => {
    const { headers } = await site.call('/widget/token', { body: {} });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('HEAD has the head alone', async () => {
    const response = await fetch(`${site.base}/`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('Microsoft’s Web Chat', () => {
  it.each([
    ['fr', 'WEBCHAT_FILE'],
    ['en', 'is not set up on this server'],
    ['de', 'ist auf diesem Server nicht eingerichtet'],
    ['es', 'no está instalado en este servidor'],
  ])(
    'is missed in %s where the team has not brought its bundle, and nothing is loaded in vain',
    async (language, words) => {
      const { status, text } = await page(`/widget/webchat?lng=${language}`);
      expect(status).toBe(404);
      expect(text).toContain(words);
      expect(text).not.toContain('webchat.js');
      expect((await page('/widget/webchat.js')).status).toBe(404);
    },
  );
});

test('the licences of what the widget ships are beside it, and its scripts say where', async () => {
  const { status, text } = await page('/widget/licences.txt');
  expect(status).toBe(200);
  for (const name of ['dompurify', 'marked', 'preact', 'adaptivecards'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(text.match(/Permission is hereby granted|Apache License/g)?.length).toBeGreaterThanOrEqual(4);
  for (const script of ['chat.js', 'cards.js'])
    expect((await page(`/widget/${script}`)).text).toMatch(/^\/\*! licences: licences\.txt \*\//);
});
