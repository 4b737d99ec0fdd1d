import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT_FOLDER, SHIPPED_DEPLOYMENT } from '../src/bot/config';
import { lintSentences } from '../src/dialogs/phrases/lint-sentences';
import { sentencesOf, withoutPlural } from '../src/dialogs/phrases/sentence-tree';
import { openLocales } from '../src/dialogs/phrases/words';
import { describeProblem } from '../src/knowledge/articles/article';
import { loadKnowledge } from '../src/knowledge/articles/load-knowledge';

const folders = { product: PRODUCT_FOLDER, deployment: SHIPPED_DEPLOYMENT };
const languages = readdirSync(PRODUCT_FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('there are the four languages that we promise', () => {
  expect(languages.toSorted()).toEqual(['de', 'en', 'es', 'fr']);
});

test('every language says every sentence, with the same placeholders', async () => {
  expect((await lintSentences(folders, languages)).map(describeProblem)).toEqual([]);
});

test('the operators’ page says every sentence in every language, with the same placeholders', () => {
  const said = (language: string) =>
    new Map(
      [...sentencesOf(fileOf(PRODUCT_FOLDER, `${language}/operate.json`))].map(([key, sentence]) => [
        withoutPlural(key),
        [...sentence.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort(),
      ]),
    );
  const [first, ...others] = languages.map(said);
  for (const other of others) expect([...other].sort()).toEqual([...(first ?? [])].sort());
});

test.each(['fr', 'en', 'de', 'es'])(
  'every count has all the forms of its language, also above a million (%s)',
  (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const files = [
      ...['bot.json', 'operate.json'].map((file) => join(PRODUCT_FOLDER, language, file)),
      join(SHIPPED_DEPLOYMENT, language, 'deployment.json'),
    ];
    const keys = new Set(files.flatMap((file) => [...sentencesOf(JSON.parse(readFileSync(file, 'utf8'))).keys()]));
    const counted = [...keys].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length));
    expect(counted.length).toBeGreaterThan(20);
    expect(counted.flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !keys.has(key))).toEqual([]);
  },
);

test('every language speaks for itself: none is left out, none is another one’s copy', async () => {
  const locales = await openLocales(folders, languages);
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
    const sentences = [
      ...sentencesOf(fileOf(PRODUCT_FOLDER, 'fr/bot.json')).values(),
      ...sentencesOf(fileOf(PRODUCT_FOLDER, 'fr/operate.json')).values(),
      ...sentencesOf(fileOf(SHIPPED_DEPLOYMENT, 'fr/deployment.json')).values(),
      ...sentencesOf(fileOf(SHIPPED_DEPLOYMENT, 'fr/practice.json')).values(),
    ];
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.filter((sentence) => FAMILIAR.test(sentence))).toEqual([]);
  });

  test('in every article: what customers ask is theirs', async () => {
    const { articles, problems } = await loadKnowledge(SHIPPED_DEPLOYMENT, await loadKnowledge(PRODUCT_FOLDER));
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
  const keys = [
    ...sentencesOf(fileOf(PRODUCT_FOLDER, 'fr/bot.json')).keys(),
    ...sentencesOf(fileOf(PRODUCT_FOLDER, 'fr/operate.json')).keys(),
    ...sentencesOf(fileOf(SHIPPED_DEPLOYMENT, 'fr/deployment.json')).keys(),
  ];
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test('every sentence of the practice account is said by its pages or by the tour', () => {
  const [pages = '', tour = ''] = ['src/simulator', 'src/commands'].map((folder) =>
    sourceFiles(join(__dirname, '..', folder))
      .filter((file) => !file.endsWith('practice-sentences.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n'),
  );
  const { page, tour: told } = fileOf(SHIPPED_DEPLOYMENT, 'fr/practice.json');
  const unsaid = [
    ...Object.keys(page).filter((key) => !new RegExp(`\\bwords\\.${key}\\b`).test(pages)),
    ...Object.keys(told).filter((key) => !new RegExp(`\\bwords\\.${key}\\b`).test(tour)),
  ];
  expect(unsaid).toEqual([]);
});

/** Sentences of several languages side by side: they belong into the folders of their languages. */
test('no source holds sentences in several languages', () => {
  const perLanguage =
    /\b(?:fr|en|de|es|FR|EN|DE|ES)\b['"]?\s*(?::(?:\s*\w+\s*=)?|=)\s*(?:\{[^}]{0,80}?|\[[^\]]{0,20}?)?['"`][^'"`\n]*\p{L}+ \p{L}+[^'"`\n]*['"`]/gu;
  const folders = ['src/bot', 'src/channels', 'src/commands', 'src/dialogs', 'src/http', 'src/simulator', 'widget'];
  const found = folders
    .flatMap((folder) => sourceFiles(join(__dirname, '..', folder)))
    .filter((file) => new Set(readFileSync(file, 'utf8').match(perLanguage)).size > 1);
  expect(found).toEqual([]);
  const planted =
    "const A = { en: 'Not here any more', fr: 'Plus rien ici' };\nconst DE: Words = {\n  title: 'Nicht mehr da'";
  expect(new Set(planted.match(perLanguage)).size).toBeGreaterThan(1);
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const fileOf = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

describe('the product is about nobody’s product', () => {
  /** Words of the shipped deployment, as they are written in each of its languages. */
  const OF_DEPLOYMENT =
    /\b(?:desk|teamwork)\b|\bapi\b|migr|trigger|déclencheur|auslöser|disparador|posteing|bo[iî]te de réception|bandeja|benachrichtigung|notifica|practice|übungskonto|compte d.entra|cuenta de práctica/iu;

  test.each(languages)('in its sentences (%s)', (language) => {
    for (const file of ['bot.json', 'operate.json', 'teams.json']) {
      const said = [...sentencesOf(fileOf(PRODUCT_FOLDER, `${language}/${file}`))];
      expect(said.length).toBeGreaterThan(5);
      expect(said.filter(([, sentence]) => OF_DEPLOYMENT.test(sentence))).toEqual([]);
    }
  });

  test('nor in what it understands', async () => {
    const { intents, vocabulary, articles } = await loadKnowledge(PRODUCT_FOLDER);
    expect(articles.size).toBe(0);
    for (const language of languages) {
      const { checks, commands, answers, outside } = intents.get(language) ?? {};
      expect(checks).toEqual({});
      const lines = [commands, answers]
        .flatMap((group) => Object.values(group ?? {}))
        .concat(outside ?? [])
        .flatMap(({ examples }) => examples);
      expect(lines.length).toBeGreaterThan(500);
      expect(lines.filter((line) => OF_DEPLOYMENT.test(line))).toEqual([]);
      const words = vocabulary.get(language);
      expect(words?.products).toEqual({ ours: [], others: [] });
      const meant = [...Object.values(words?.synonyms ?? {}).flat(), ...Object.values(words?.spelling ?? {})];
      expect(meant.filter((word) => OF_DEPLOYMENT.test(word))).toEqual([]);
    }
  });
});
