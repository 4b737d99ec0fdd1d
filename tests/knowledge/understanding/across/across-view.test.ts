import { openWordVectors } from '../../../../src/knowledge/understanding/across/word-vectors.js';
import type { Intent } from '../../../../src/knowledge/understanding/intent.js';
import { type Index, openIndex } from '../../../../src/knowledge/understanding/open-index.js';

/** Five meanings, a dimension each: tyre, brake, change, adjust, and what has nothing to do with bicycles. */
const WORDS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  fr: [
    ['pneu', 0],
    ['crev', 0],
    ['frein', 1],
    ['chang', 2],
    ['regl', 3],
    ['meteo', 4],
  ],
  de: [
    ['reif', 0],
    ['brems', 1],
    ['wechsel', 2],
    ['einstell', 3],
    ['wett', 4],
  ],
};
const rows = Object.entries(WORDS).flatMap(([language, words]) => words.map(([stem, k]) => ({ language, stem, k })));
const vectors = openWordVectors(
  rows.map(({ language, stem }) => `${language}\t${stem}\t6.00\n`).join(''),
  Int8Array.from(rows.flatMap(({ k }) => Array.from({ length: 8 }, (_, i) => (i === k ? 127 : 0)))),
);
const article = (id: string, title: string, examples: readonly string[]): Intent => ({
  id,
  kind: 'article',
  texts: { fr: { title, examples } },
});
const INTENTS = [
  article('tyre', 'Changer un pneu', ['comment changer un pneu', 'pneu crevé', 'changer le pneu']),
  article('brake', 'Régler un frein', ['comment régler un frein', 'le frein ne marche pas', 'régler mon frein']),
];
const across = { vectors, languages: ['fr', 'de'] };

describe('A question in a language that no article is in', () => {
  let index: Index;
  beforeAll(() => {
    index = openIndex(INTENTS, { across });
  });

  test.each([
    ['Wie wechsle ich den Reifen?', 'tyre'],
    ['Wie stelle ich die Bremse ein?', 'brake'],
    // One word made of two that are known.
    ['Reifenwechsel', 'tyre'],
    ['Bremseneinstellung', 'brake'],
  ])('%s: the article about it comes first', (question, expected) => {
    expect(index.judge(question, { language: 'de' }).candidates[0]?.intent).toBe(expected);
  });

  test('it is known to be in that language, of which nothing was written', () => {
    expect(index.language('Wie wechsle ich den Reifen?', 'fr').language).toBe('de');
    expect(openIndex(INTENTS).language('Wie wechsle ich den Reifen?', 'fr').language).not.toBe('de');
  });

  test('the search box finds it, too', () => {
    expect(index.search('Reifen', { language: 'de' })[0]?.intent).toBe('tyre');
  });

  test('words that mean nothing here are not taken for an article', () => {
    expect(index.judge('Wie wird das Wetter?', { language: 'de' }).kind).not.toBe('answer');
    expect(index.judge('xyzzy plugh', { language: 'de' }).kind).toBe('unknown');
  });

  test('an article that comes later is found, and one that is gone is not', () => {
    const changing = openIndex(INTENTS, { across });
    changing.judge('Wie wird das Wetter?', { language: 'de' });
    changing.add(article('weather', 'La météo', ['comment est la météo', 'quelle météo', 'météo']));
    expect(changing.judge('Wie wird das Wetter?', { language: 'de' }).candidates[0]?.intent).toBe('weather');
    changing.remove('weather');
    expect(
      changing.judge('Wie wird das Wetter?', { language: 'de' }).candidates.map(({ intent }) => intent),
    ).not.toContain('weather');
  });
});

test('a question in the language of the articles is judged as without vectors', () => {
  const [plain, crossing] = [openIndex(INTENTS), openIndex(INTENTS, { across })];
  for (const question of ['comment changer un pneu ?', 'frein', 'quelle météo demain ?'])
    expect(crossing.judge(question, { language: 'fr' })).toEqual(plain.judge(question, { language: 'fr' }));
});

test('as soon as there is an article in the language, its own articles answer it', () => {
  const german: Intent = {
    id: 'bell',
    kind: 'article',
    texts: { de: { title: 'Die Klingel', examples: ['klingel geht nicht', 'wo ist die klingel', 'klingel'] } },
  };
  const [plain, crossing] = [openIndex([...INTENTS, german]), openIndex([...INTENTS, german], { across })];
  const question = 'Wie wechsle ich den Reifen?';
  expect(crossing.judge(question, { language: 'de' })).toEqual(plain.judge(question, { language: 'de' }));
});

test('pages without examples are found by the translations of their words', () => {
  const page = (id: string, title: string, body: string): Intent => ({
    id,
    kind: 'article',
    texts: { fr: { title, body, examples: [] } },
  });
  const pages = [
    page('tyre', 'Le pneu', 'Sortez le pneu de la roue.'),
    page('brake', 'Le frein', 'Serrez le frein avec la clé.'),
    page('weather', 'La météo', 'Regardez la météo.'),
  ];
  const first = (index: Index) => index.judge('Wo ist die Bremse?', { language: 'de' }).candidates[0]?.intent;
  expect(first(openIndex(pages, { across }))).toBe('brake');
  expect(first(openIndex(pages))).not.toBe('brake');
});

test('a table that does not fit its numbers is refused', () => {
  expect(() => openWordVectors('fr\tpneu\t6\nfr\tfrein\t6\n', new Int8Array(9))).toThrow('do not fit');
});
