import { MockAgent } from 'undici';
import { linkProblem } from '../../src/freshness/link-problem';
import { linksOf } from '../../src/freshness/links-of';
import { openPageDoor, type Seen } from '../../src/freshness/open-page-door';
import { probeLinks } from '../../src/freshness/probe-links';
import { readArticle } from '../../src/knowledge/articles/read-article';

function linksIn(body: string, front = '') {
  const read = readArticle('en/articles/a.md', 'en', `---\ntitle: A\n${front}---\n${body}\n`);
  if (read.kind === 'broken') throw new Error(JSON.stringify(read.problems));
  return linksOf(read.value.article);
}
const problemOf = (body: string) => linksIn(body).map((link) => linkProblem(link, new Set(['lamp.png'])));

describe('what an article leads to', () => {
  it('is found wherever it stands: in the answer, warnings, steps and sections, and in the front matter', () => {
    const body =
      'See [one](https://a.example/1).\n\n> [!WARNING]\n> Not [two](https://a.example/2)!\n\n1. Go [there](https://a.example/3).\n\n## More\n![x](/pictures/lamp.png)';
    const front = 'video: { title: Film, url: https://v.example/4 }\nsource: https://a.example/5\n';
    expect(linksIn(body, front).map(({ kind, url }) => `${kind} ${url}`)).toEqual([
      'link https://a.example/1',
      'link https://a.example/2',
      'link https://a.example/3',
      'picture /pictures/lamp.png',
      'video https://v.example/4',
      'source https://a.example/5',
    ]);
  });
});

describe('a link as it is written', () => {
  it.each([
    '[a](https://a.example/x?y=1#z)',
    '[a](article:b)',
    '[a](#there)',
    '![a](/pictures/lamp.png)',
    '[a](mailto:help@a.example)',
    '[a](tel:+33123456789)',
  ])('is fine: %s', (link) => {
    expect(problemOf(link)).toEqual([undefined]);
  });

  it.each([
    ['[a](www.a.example)', /https:\/\//],
    ['[a](other-page.html)', /article:<id>/],
    ['[a](//a.example/x)', /https:\/\//],
    ['[a](javascript:alert(1))', /no address of the web/],
    ['[a](file:///etc/passwd)', /no address of the web/],
    ['[a](https://)', /no address of the web/],
    ['[a](http://localhost:3000/x)', /cannot reach/],
    ['[a](http://192.168.1.4/x)', /cannot reach/],
    ['[a](http://intranet/x)', /cannot reach/],
    ['[a](https://me:secret@a.example/)', /password/],
    ['![a](/pictures/gone.png)', /no file pictures\/gone\.png/],
    ['![a](lamp.png)', /\/pictures\/name\.png/],
    ['![a](http://a.example/x.png)', /not shown/],
  ])('leads nowhere: %s', (link, why) => {
    expect(problemOf(link)).toEqual([expect.stringMatching(why)]);
  });
});

describe('a link that is followed', () => {
  const site = (status: number, options: { readonly location?: string; readonly body?: string } = {}) => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    const headers = options.location === undefined ? {} : { location: options.location };
    agent
      .get('https://a.example')
      .intercept({ path: '/x' })
      .reply(status, options.body ?? '', { headers });
    agent.get('https://a.example').intercept({ path: '/new' }).reply(200, '').persist();
    return agent;
  };
  const look = (agent: MockAgent, isRead = false): Promise<Seen> =>
    openPageDoor({ dispatcher: agent }).look('https://a.example/x', isRead);

  it.each([
    ['is there', 200, undefined, { kind: 'found' }],
    ['is not there', 404, undefined, { kind: 'gone', why: 'HTTP 404' }],
    ['was taken away', 410, undefined, { kind: 'gone', why: 'HTTP 410' }],
    ['is busy', 503, undefined, { kind: 'unsure', why: 'HTTP 503' }],
    ['is not for programs', 403, undefined, { kind: 'unsure', why: 'HTTP 403' }],
    ['has moved for good', 301, '/new', { kind: 'found', movedTo: 'https://a.example/new' }],
    ['leads on for today', 302, '/new', { kind: 'found' }],
    [
      'leads into a private network',
      302,
      'http://169.254.169.254/latest',
      { kind: 'gone', why: 'customers cannot reach it' },
    ],
    ['leads to a file', 302, 'file:///etc/passwd', { kind: 'gone', why: 'customers cannot reach it' }],
  ])('%s', async (_, status, location, seen) => {
    expect(await look(site(status, location === undefined ? {} : { location }))).toEqual(seen);
  });

  it('to a name of a private network is never asked', async () => {
    expect(await openPageDoor().look('http://127.0.0.1:1/x', false)).toMatchObject({ kind: 'gone' });
  });

  it('has the same print while its text is the same, whatever stands around it', async () => {
    const page = (text: string, around: string) =>
      `<html><body><nav>${around}</nav><article><h1>Filters</h1><p>${text} ${'word '.repeat(20)}</p></article><script>${around}</script></body></html>`;
    const printOf = async (body: string) => {
      const seen = await look(site(200, { body }), true);
      return seen.kind === 'found' ? seen.print : seen;
    };
    const first = await printOf(page('Click on Filters.', 'Monday 12'));
    expect(first).toMatch(/^[\da-f]{32}$/);
    expect(await printOf(page('Click on Filters.', 'Tuesday 13'))).toBe(first);
    expect(await printOf(page('Click on Rules.', 'Monday 12'))).not.toBe(first);
  });

  it('is asked once however often it stands there, one after the other at one host; a film of YouTube by its oEmbed', async () => {
    const asked: string[] = [];
    const door = {
      look: async (url: string, isRead: boolean): Promise<Seen> => {
        asked.push(`${url} ${isRead}`);
        return { kind: 'found' };
      },
      close: async () => undefined,
    };
    const waits: number[] = [];
    const links = linksIn(
      '[1](https://a.example/1) [2](https://a.example/2) [1](https://a.example/1) [m](mailto:a@b.example)',
      'video: { title: Film, url: https://youtu.be/abc }\nsource: https://a.example/1\n',
    );
    const probed = await probeLinks(links, door, async (ms) => waits.push(ms));
    expect(asked.sort()).toEqual([
      'https://a.example/1 true',
      'https://a.example/2 false',
      'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fyoutu.be%2Fabc false',
    ]);
    expect([probed.length, waits]).toEqual([5, [500]]);
  });

  it('tells nothing where no host is found at all: it is our own way out that is gone', async () => {
    const gone: Seen = { kind: 'gone', why: 'there is no such host', isHostUnknown: true };
    const seenIn = async (answers: Readonly<Record<string, Seen>>) => {
      const door = { look: async (url: string) => answers[new URL(url).host] ?? gone, close: async () => undefined };
      const links = linksIn('[1](https://a.example/1) [2](https://b.example/2)');
      return (await probeLinks(links, door, async () => undefined)).map(({ seen }) => seen.kind);
    };
    expect(await seenIn({})).toEqual(['unsure', 'unsure']);
    expect(await seenIn({ 'a.example': { kind: 'found' } })).toEqual(['found', 'gone']);
  });
});
