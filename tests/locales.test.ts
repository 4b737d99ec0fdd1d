import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintSentences } from '../src/dialogs/phrases/lint-sentences';
import { openLocales } from '../src/dialogs/phrases/words';
import { describeProblem } from '../src/knowledge/articles/article';
import { loadKnowledge } from '../src/knowledge/articles/load-knowledge';

const folder = join(__dirname, '..', 'locales');
const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('there are the four languages that we promise', () => {
  expect(languages.toSorted()).toEqual(['de', 'en', 'es', 'fr']);
});

test('every language says every sentence, with the same placeholders', async () => {
  expect((await lintSentences(folder, languages)).map(describeProblem)).toEqual([]);
});

test('every language speaks for itself: none is left out, none is another one’s copy', async () => {
  const locales = await openLocales(folder, languages);
  expect(locales.languages.toSorted()).toEqual(languages.toSorted());
  const welcomes = languages.map((language) => locales.words(language)('help.text', { team: 'x' }));
  expect(new Set(welcomes).size).toBe(languages.length);
});

/** The familiar "you", as a word of its own: "vas-tu", "t'aider" and "ton" are, "statut" and "va-t-il" are not. */
const FAMILIAR = /(?<!\p{L})(?:(?:tu|ton|ta|tes|toi|te)(?!\p{L}|-(?:il|elle|on)\b)|t['’]\p{L})/iu;

describe('French says "vous" throughout (rule 24)', () => {
  test('the rule knows the familiar form from what looks like it', () => {
    for (const familiar of [
      'tu peux',
      'Ton compte',
      'ta clé',
      'tes boîtes',
      'chez toi',
      'je t’aide',
      "va-t'en",
      'je te dis',
      'peux-tu',
    ]) {
      expect({ familiar, found: FAMILIAR.test(familiar) }).toEqual({ familiar, found: true });
    }
    for (const polite of [
      'statut',
      'va-t-il',
      'a-t-on',
      'votre',
      'le bouton',
      'tests',
      'Teamwork',
      'étape',
      'peut-être',
    ]) {
      expect({ polite, found: FAMILIAR.test(polite) }).toEqual({ polite, found: false });
    }
  });

  test('in every sentence', () => {
    const sentences: string[] = [];
    JSON.parse(readFileSync(join(folder, 'fr', 'bot.json'), 'utf8'), (_, value) => {
      if (typeof value === 'string') sentences.push(value);
    });
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.filter((sentence) => FAMILIAR.test(sentence))).toEqual([]);
  });

  test('in every article: what customers ask is theirs', async () => {
    const { articles, problems } = await loadKnowledge(folder);
    expect(problems.map(describeProblem)).toEqual([]);
    const said = [...articles.values()].flatMap((versions) => {
      const article = versions.get('fr');
      return article
        ? [
            article.title,
            article.summary,
            ...article.steps.flatMap(({ text, warnings }) => [text, ...warnings]),
            ...article.sections.flatMap(({ title, body }) => [title, body]),
          ]
        : [];
    });
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((text) => FAMILIAR.test(text))).toEqual([]);
  });
});

test('every sentence is said by somebody', () => {
  const code = sourceFiles(join(__dirname, '..', 'src'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const inBrowser = sourceFiles(join(__dirname, '..', 'widget'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const isSaid = (key: string): boolean => {
    // The widget is given all of its sentences at once.
    if (key.startsWith('widget.')) return new RegExp(`\\.${key.slice('widget.'.length)}\\b`).test(inBrowser);
    const base = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
    if (code.includes(`'${base}'`)) return true;
    // `finding.problem.${kind}`: the keys below are chosen by the data.
    const parts = base.split('.');
    return parts.some((_, i) => i > 0 && code.includes(`${parts.slice(0, i).join('.')}.\${`));
  };
  const keys = keysOf(JSON.parse(readFileSync(join(__dirname, '..', 'locales', 'fr', 'bot.json'), 'utf8')));
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === 'object' && value !== null ? keysOf(value, here) : [here];
  });
}
