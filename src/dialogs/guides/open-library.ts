import type { Article } from '../../knowledge/articles/article.js';
import { findArticle, type Knowledge } from '../../knowledge/articles/load-knowledge.js';
import type { ArticleLibrary } from '../article-library.js';
import { parseIntent } from '../parse-intent.js';

/**
 * The knowledge base as the dialogs see it, always as it is now: what is missing in one language is shown in another.
 * @param languages those that the bot speaks
 */
export function openLibrary(current: () => Knowledge, languages: readonly string[]): ArticleLibrary {
  const find = (id: string, language: string) => findArticle(current(), id, language);
  const featuredFirst = (a: Article, b: Article) =>
    byPlace(a.featured?.order, b.featured?.order) || byPlace(a.order, b.order) || a.id.localeCompare(b.id);
  return {
    languages,
    find,
    list: (language) => [...current().articles.keys()].flatMap((id) => find(id, language) ?? []).sort(featuredFirst),
    titleOf(intent, language) {
      const article = find(intent, language);
      if (article) return article.title;
      const { intents, languages: written } = current();
      const meant = parseIntent(intent);
      for (const lng of [language, ...written]) {
        const file = intents.get(lng);
        const named = meant.kind === 'check' ? file?.checks[meant.target] : file?.commands[intent];
        if (named) return named.title;
      }
      return undefined;
    },
    get product() {
      return [...current().vocabulary.values()].flatMap(({ products }) => products.ours).at(0);
    },
  };
}

/** What has no place comes last. */
function byPlace(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  return (a ?? Number.POSITIVE_INFINITY) < (b ?? Number.POSITIVE_INFINITY) ? -1 : 1;
}
