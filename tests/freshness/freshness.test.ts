import { NOTHING_PROBED, probeFreshness, readFreshness } from '../../src/freshness/freshness';
import type { Seen } from '../../src/freshness/open-page-door';
import { readArticle } from '../../src/knowledge/articles/read-article';

/** An article whose text is this. */
function article(body: string) {
  const front = 'title: Filters\nsource: https://a.example/filters\n';
  const read = readArticle('en/articles/filters.md', 'en', `---\n${front}---\n${body}\n`);
  if (read.kind === 'broken') throw new Error(JSON.stringify(read.problems));
  return read.value.article;
}

const TEXT = 'Click. [More](https://b.example/more)';
const found = (print: string): Seen => ({ kind: 'found', print });

/** Probes day after day; each day what the source and the link answer, and the article. */
async function probed(...days: readonly (readonly [source: Seen, link: Seen, body?: string])[]) {
  let known = NOTHING_PROBED;
  for (const [i, [source, link, body = TEXT]] of days.entries()) {
    const door = { look: async (url: string) => (url.includes('a.example') ? source : link), close: async () => {} };
    const now = new Date(Date.UTC(2026, 10, 1 + i));
    known = await probeFreshness([article(body)], known, { door, wait: async () => undefined, now });
  }
  return known.stale.map(({ kind, why }) => `${kind}: ${why}`);
}

const THERE: Seen = { kind: 'found' };

test('an article is fresh while its links are there and its source reads as it did', async () => {
  expect(await probed([found('a'), THERE], [found('a'), THERE])).toEqual([]);
});

test('a link that is gone, or has moved for good, is named with its reason', async () => {
  expect(await probed([found('a'), { kind: 'gone', why: 'HTTP 404' }])).toEqual(['gone: HTTP 404']);
  expect(await probed([found('a'), { kind: 'found', movedTo: 'https://c.example/' }])).toEqual([
    'moved: https://c.example/',
  ]);
  expect(await probed([found('a'), { kind: 'gone', why: 'HTTP 404' }], [found('a'), THERE])).toEqual([]);
});

test('a page that an article names twice is told once', async () => {
  const twice = `${TEXT} [Again](https://b.example/more)`;
  expect(await probed([found('a'), { kind: 'gone', why: 'HTTP 404' }, twice])).toEqual(['gone: HTTP 404']);
});

test('a source that reads otherwise makes the article stale from the first day on, until somebody changes the article', async () => {
  expect(await probed([found('a'), THERE], [found('b'), THERE])).toEqual(['changed: 2026-11-02']);
  expect(await probed([found('a'), THERE], [found('b'), THERE], [found('c'), THERE])).toEqual(['changed: 2026-11-02']);
  const mended = `${TEXT} Mended.`;
  expect(await probed([found('a'), THERE], [found('b'), THERE], [found('b'), THERE, mended])).toEqual([]);
});

test('a source that is put back as it was makes the article fresh again', async () => {
  expect(await probed([found('a'), THERE], [found('b'), THERE], [found('a'), THERE])).toEqual([]);
});

test('what cannot be told today stays as it was: neither fresh nor stale by it', async () => {
  const busy: Seen = { kind: 'unsure', why: 'HTTP 503' };
  expect(await probed([found('a'), THERE], [busy, busy])).toEqual([]);
  expect(await probed([found('a'), THERE], [found('b'), { kind: 'gone', why: 'HTTP 404' }], [busy, busy])).toEqual([
    'gone: HTTP 404',
    'changed: 2026-11-02',
  ]);
  expect(await probed([found('a'), THERE], [busy, THERE], [found('a'), THERE])).toEqual([]);
});

test('what was kept is read again, and what is none of ours is not', async () => {
  const kept = await probeFreshness([article(TEXT)], NOTHING_PROBED, {
    door: { look: async () => found('a'), close: async () => {} },
    wait: async () => undefined,
    now: new Date(0),
  });
  expect(readFreshness(JSON.stringify(kept))).toEqual(kept);
  for (const text of ['', '[]', '{"sources":1}', 'null']) expect(readFreshness(text)).toBeUndefined();
});
