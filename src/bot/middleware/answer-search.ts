import type { Middleware } from 'botbuilder';
import { type FoundArticle, readSearch, type Search, searchAnswer } from '../../channels/teams/search-articles.js';
import type { Locales } from '../../dialogs/phrases/words.js';
import type { KnowledgeService } from '../knowledge/knowledge-service.js';
import { languageOfLocale } from '../turn/follow-language.js';
import { foundArticle } from './found-article.js';

/** What a guide must reach to be shown as found, 0…1: the index ranks everything that shares a word. */
const LEAST_SCORE = 0.05;
/** How sure the language of a query must be for the guides to be searched, and shown, in that language alone. */
const SURE = 0.75;
/** A guide that reaches this is what was meant: the other languages need not be asked. */
const GOOD_SCORE = 0.5;

interface SearchDeps {
  readonly knowledgeService: Pick<KnowledgeService, 'index' | 'library' | 'understanding'>;
  readonly locales: Locales;
  readonly publicUrl: string;
  readonly defaultLanguage: string;
}

/**
 * Answers the search box of Teams from the index that the assistant asks. It is no turn of a conversation: nothing is
 * said, remembered or noted, and it waits for nobody.
 */
export function answerSearch(deps: SearchDeps): Middleware {
  const { locales, defaultLanguage } = deps;
  return {
    async onTurn(context, next) {
      const { type, name, value, locale } = context.activity;
      const search = type === 'invoke' && name === 'composeExtension/query' ? readSearch(value) : undefined;
      if (!search) return next();
      const language = languageOfLocale(locale, locales.languages) ?? defaultLanguage;
      const body = searchAnswer(...findArticles(deps, search, language));
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    },
  };
}

/** What is found, as it is shown, and what is said when that is nothing. */
function findArticles(
  { knowledgeService, locales, publicUrl }: SearchDeps,
  { query, skip, count }: Search,
  locale: string,
): [readonly FoundArticle[], string] {
  const { library, understanding } = knowledgeService;
  const typed = understanding.language(query, locale);
  const isSure = typed.confidence >= SURE && locales.languages.includes(typed.language);
  const language = isSure ? typed.language : locale;
  const others = isSure ? [] : locales.languages.filter((other) => other !== language);
  const articles = query
    ? search(knowledgeService, query, [language, ...others], skip + count).flatMap(
        (id) => library.find(id, language) ?? [],
      )
    : library.list(language);
  const page = articles.slice(skip, skip + count);
  const t = locales.words(locale);
  return [
    page.map((article) => foundArticle(article, language, locales, publicUrl)),
    skip > 0 && articles.length > 0 ? t('search.noMore') : t('search.nothing', { query }),
  ];
}

/** Ids of articles, best first; the languages after the first are asked only when that one has nothing good. */
function search(
  { index }: Pick<KnowledgeService, 'index'>,
  query: string,
  languages: readonly string[],
  limit: number,
): readonly string[] {
  const best = new Map<string, number>();
  for (const language of languages) {
    for (const { intent, score } of index.search(query, { language, limit }))
      if (score >= LEAST_SCORE) best.set(intent, Math.max(score, best.get(intent) ?? 0));
    if (Math.max(0, ...best.values()) >= GOOD_SCORE) break;
  }
  return [...best].sort(([, a], [, b]) => b - a).map(([intent]) => intent);
}
