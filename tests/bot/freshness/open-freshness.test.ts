import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFreshness } from '../../../src/bot/freshness/open-freshness';
import { openLibrary } from '../../../src/dialogs/guides/open-library';
import { summary } from '../../../src/dialogs/phrases/article';
import { openLocales } from '../../../src/dialogs/phrases/words';
import type { Seen } from '../../../src/freshness/open-page-door';
import { loadKnowledge } from '../../../src/knowledge/articles/load-knowledge';
import { writeKnowledge } from '../../knowledge/articles/write-knowledge';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-freshness-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a day later the source is looked at again; customers are then told in their language that it has changed, also after a restart', async () => {
  const front = 'title: Filters\nsource: https://a.example/filters\n';
  const files = Object.fromEntries(
    ['fr', 'en', 'de', 'es'].map((lng) => [`${lng}/articles/filters.md`, `---\n${front}---\nClick.\n`]),
  );
  const { folder: articles, remove } = writeKnowledge(files);
  const knowledge = await loadKnowledge(articles);
  let [time, print, looks, open] = [Date.UTC(2026, 10, 1), 'a', 0, 0];
  const needs = {
    file: join(folder, 'freshness.json'),
    knowledge: () => knowledge,
    openDoor: () => {
      open++;
      const look = async (): Promise<Seen> => {
        looks++;
        return { kind: 'found', print };
      };
      return { look, close: async () => void open-- };
    },
    now: () => new Date(time),
    wait: async () => undefined,
  };
  const freshness = await openFreshness(needs);
  const languages = ['fr', 'en', 'de', 'es'];
  const { words } = await openLocales({ product: 'locales', deployment: articles }, languages);
  const told = (service: typeof freshness) => {
    const library = service.marking(openLibrary(() => knowledge, languages));
    return languages.map((lng) => {
      const article = library.find('filters', lng);
      return article ? summary(article, words(lng), lng).text : '';
    });
  };
  await freshness.probeDaily();
  await freshness.probeDaily();
  expect([looks, open]).toEqual([1, 0]);
  expect(told(freshness).join()).not.toContain('a.example');

  [time, print] = [time + 24 * 60 * 60 * 1000, 'b'];
  await freshness.probeDaily();
  expect(freshness.stale()).toHaveLength(4);
  const said = told(freshness);
  expect(said.every((text) => text.includes('https://a.example/filters'))).toBe(true);
  expect(new Set(said).size).toBe(4);
  expect(told(await openFreshness(needs))).toEqual(said);

  // Another process probes: the server takes over what it found, without a restart.
  const command = await openFreshness(needs);
  [time, print] = [time + 60 * 60 * 1000, 'a'];
  await command.probe();
  expect(freshness.stale()).toHaveLength(4);
  await freshness.reread();
  expect(freshness.stale()).toEqual([]);
  remove();
});
