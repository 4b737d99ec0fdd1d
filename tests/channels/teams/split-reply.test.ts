import { PRODUCT_FOLDER, SHIPPED_DEPLOYMENT } from '../../../src/bot/config';
import type { Reply } from '../../../src/channels/reply';
import { renderTeams } from '../../../src/channels/teams/render-teams';
import { splitReply } from '../../../src/channels/teams/split-reply';
import { allSteps } from '../../../src/dialogs/phrases/article';
import { openLocales } from '../../../src/dialogs/phrases/words';
import { loadKnowledge } from '../../../src/knowledge/articles/load-knowledge';

/** Teams' own, in bytes. */
const LIMIT = 28 * 1024;

const article = (text: string): Reply => ({
  kind: 'article',
  article: 'long',
  text,
  provenance: { title: 'Long', updated: '2026-11-22', line: 'Mis à jour hier' },
  choices: [{ label: 'Une personne', action: { kind: 'handoff' } }],
});
const sizeOf = (reply: Reply) => Buffer.byteLength(JSON.stringify(renderTeams(reply)));
const wordsOf = (replies: readonly Reply[]) => replies.flatMap(({ text }) => text.split(/\s+/));

test('what fits is one message', () => {
  expect(splitReply(article('Court.'))).toEqual([article('Court.')]);
});

test('the longest article, all its steps at once, fits Teams in every language', async () => {
  const { articles } = await loadKnowledge(SHIPPED_DEPLOYMENT);
  const locales = await openLocales({ product: PRODUCT_FOLDER, deployment: SHIPPED_DEPLOYMENT }, [
    'fr',
    'en',
    'de',
    'es',
  ]);
  const parts = [...articles.values()].flatMap((versions) =>
    [...versions.values()].flatMap((one) => splitReply(allSteps(one, locales.words(one.language), one.language))),
  );
  expect(parts.length).toBeGreaterThanOrEqual(24);
  expect(Math.max(...parts.map(sizeOf))).toBeLessThanOrEqual(LIMIT);
});

describe('an article of 200 KB', () => {
  const paragraphs = Array.from({ length: 1000 }, (_, i) => `${i}. ${'« Été »\tà "côté" '.repeat(10)}`.trim());
  const long = article(paragraphs.join('\n\n'));
  const parts = splitReply(long);

  test('becomes messages that Teams takes, cut between paragraphs, without losing a word', () => {
    expect(Math.max(...parts.map(sizeOf))).toBeLessThanOrEqual(LIMIT);
    expect(parts.flatMap(({ text }) => text.split('\n\n'))).toEqual(paragraphs);
    // Not in crumbs either.
    expect(parts.length).toBeLessThan((2 * sizeOf(long)) / LIMIT);
  });

  test('has its source and its buttons at the end, once', () => {
    expect(parts.slice(0, -1).every(({ kind, choices }) => kind === 'text' && !choices)).toBe(true);
    expect(parts.at(-1)).toMatchObject({ kind: 'article', choices: long.choices });
  });
});

test.each([
  ['lines', Array.from({ length: 5000 }, (_, i) => `- ${i} point`).join('\n')],
  ['words', 'mot '.repeat(20_000).trim()],
])('one paragraph of 80 KB is cut between %s', (_, text) => {
  const parts = splitReply(article(text));
  expect(Math.max(...parts.map(sizeOf))).toBeLessThanOrEqual(LIMIT);
  expect(wordsOf(parts)).toEqual(text.split(/\s+/));
});

test('a single word of 80 KB is cut between characters, never inside one', () => {
  const text = '🙂é'.repeat(15_000);
  const parts = splitReply(article(text));
  expect(Math.max(...parts.map(sizeOf))).toBeLessThanOrEqual(LIMIT);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  // Half a character does not survive as UTF-8.
  for (const part of parts) expect(Buffer.from(part.text).toString()).toBe(part.text);
});
