// The engines that are compared. Each: open(articles, language) → {rank(question) → [{id, score}], best first}.
// An article: {id, title, body, questions}. Every peer gets the same text: title, questions and body.
import { createRequire } from 'node:module';
import { engine } from './knowledge-base.mjs';

const require = createRequire(import.meta.url);
const NAMES = { fr: 'french', en: 'english', de: 'german', es: 'spanish' };
const textOf = ({ title, body, questions, headings = [] }) =>
  [title, ...headings, ...questions, body].filter(Boolean).join('\n');
const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function stemmer(language) {
  const stem = require('snowball-stemmers').newStemmer(NAMES[language]);
  return (word) => stem.stem(fold(word));
}

function fuse(options) {
  return (articles) => {
    const Fuse = require('fuse.js');
    const records = articles.flatMap(({ id, title, body, questions }) =>
      [title, ...questions, body].filter(Boolean).map((text) => ({ id, text })),
    );
    const index = new Fuse(records, { keys: ['text'], includeScore: true, ...options });
    return {
      rank: (question) =>
        once(index.search(question, { limit: 50 }).map(({ item, score }) => ({ id: item.id, score: 1 - score }))),
    };
  };
}

function once(list) {
  const seen = new Set();
  return list.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, 10);
}

function mini(stemmed) {
  return (articles, language) => {
    const MiniSearch = require('minisearch').default ?? require('minisearch');
    const stem = stemmed ? stemmer(language) : undefined;
    const index = new MiniSearch({
      fields: ['text'],
      idField: 'id',
      ...(stem ? { processTerm: stem } : {}),
      searchOptions: { fuzzy: 0.2, prefix: !stemmed },
    });
    index.addAll(articles.map((article) => ({ id: article.id, text: textOf(article) })));
    return { rank: (question) => index.search(question).slice(0, 10) };
  };
}

/** As search boxes of help centres have it: stems, typos, unfinished words, titles and headings before text. */
function boosted(articles, language) {
  const MiniSearch = require('minisearch').default ?? require('minisearch');
  const index = new MiniSearch({
    fields: ['title', 'headings', 'body'],
    idField: 'id',
    processTerm: stemmer(language),
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, headings: 2 } },
  });
  index.addAll(
    articles.map(({ id, title, headings = [], body }) => ({ id, title, headings: headings.join('\n'), body })),
  );
  return { rank: (question) => index.search(question).slice(0, 10) };
}

async function orama(articles, language) {
  const { create, insertMultiple, search } = await import('@orama/orama');
  const database = create({ schema: { key: 'string', text: 'string' }, language: NAMES[language] });
  await insertMultiple(
    database,
    articles.map((article) => ({ key: article.id, text: textOf(article) })),
    500,
  );
  return {
    rank: async (question) =>
      (await search(database, { term: question, limit: 10, threshold: 1, properties: ['text'] })).hits.map(
        ({ score, document }) => ({ id: document.key, score }),
      ),
  };
}

function flex(articles) {
  const FlexSearch = require('flexsearch');
  const index = new FlexSearch.Index({ tokenize: 'forward', encoder: FlexSearch.Charset?.LatinAdvanced });
  for (const [i, article] of articles.entries()) index.add(i, textOf(article));
  return {
    rank: (question) =>
      index
        .search(question, { limit: 10, suggest: true })
        .map((i, place) => ({ id: articles[i].id, score: 1 / (1 + place) })),
  };
}

function lunr(articles, language) {
  const make = require('lunr');
  if (language !== 'en' && !make[language]) {
    require('lunr-languages/lunr.stemmer.support')(make);
    require(`lunr-languages/lunr.${language}`)(make);
  }
  const index = make(function build() {
    if (language !== 'en') this.use(make[language]);
    this.ref('i');
    this.field('text');
    for (const [i, article] of articles.entries()) this.add({ i, text: textOf(article) });
  });
  const tokens = (question) => question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    rank: (question) =>
      index
        .query((q) => q.term(tokens(question)))
        .slice(0, 10)
        .map(({ ref, score }) => ({ id: articles[ref].id, score })),
  };
}

const NLPJS_LANGUAGES = {
  fr: () => require('@nlpjs/lang-fr').LangFr,
  en: () => require('@nlpjs/lang-en').LangEn,
  de: () => require('@nlpjs/lang-de').LangDe,
  es: () => require('@nlpjs/lang-es').LangEs,
};

async function nlpjs(articles, language) {
  const { containerBootstrap, Nlp } = require('@nlpjs/basic');
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(NLPJS_LANGUAGES[language]());
  const nlp = container.get('nlp');
  Object.assign(nlp.settings, { autoSave: false, log: false });
  nlp.addLanguage(language);
  for (const article of articles)
    for (const text of [article.title, ...article.questions].filter(Boolean))
      nlp.addDocument(language, text, article.id);
  const { log } = console;
  console.log = () => undefined;
  await nlp.train().finally(() => {
    console.log = log;
  });
  return {
    rank: async (question) =>
      ((await nlp.process(language, question)).classifications ?? [])
        .filter(({ intent }) => intent !== 'None')
        .slice(0, 10)
        .map(({ intent, score }) => ({ id: intent, score })),
  };
}

function ours(articles, language) {
  const intents = articles.map(({ id, title, body, questions }) => ({
    id,
    kind: 'article',
    texts: { [language]: { title, body, examples: questions } },
  }));
  const index = engine('open-index').openIndex(intents);
  return {
    rank: (question) => {
      const { candidates, scope } = index.judge(question, { language });
      return candidates.map(({ intent, score }, i) => ({
        id: intent,
        score: i === 0 ? Math.min(scope, score) : score,
      }));
    },
  };
}

/** MiniSearch at its best on pages: only for help centres, since the public sets have no titles. */
export const BOOSTED = { name: 'minisearch-boosted', open: boosted };

/** Most questions per set: the slow ones would take hours. */
export const ENGINES = [
  { name: 'passerelle', open: ours, most: Infinity, largest: 50_000 },
  { name: 'fuse-default', open: fuse({}), most: 60, scans: true, largest: 10_000 },
  {
    name: 'fuse-tuned',
    open: fuse({ ignoreLocation: true, threshold: 0.6, ignoreDiacritics: true }),
    most: 40,
    scans: true,
    largest: 1000,
  },
  {
    name: 'fuse-token',
    open: fuse({ useTokenSearch: true, ignoreDiacritics: true }),
    most: 60,
    scans: true,
    largest: 1000,
  },
  { name: 'minisearch', open: mini(false), most: 300, largest: 50_000 },
  { name: 'minisearch-stem', open: mini(true), most: 300, largest: 50_000 },
  { name: 'orama-stem', open: orama, most: 300, largest: 10_000 },
  { name: 'flexsearch', open: flex, most: 300, largest: 10_000 },
  { name: 'lunr', open: lunr, most: 300, largest: 10_000 },
  { name: 'nlpjs', open: nlpjs, most: 300, largest: 0 },
];
