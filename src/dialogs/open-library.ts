import type { Article } from '../knowledge/articles/article.js';
import { findArticle, type Knowledge } from '../knowledge/articles/load-knowledge.js';
import type { Library } from './needs.js';

/** The knowledge base as the dialogs see it: what is missing in one language is shown in another. */
export function openLibrary(knowledge: Knowledge): Library {
  const { articles, intents, languages, vocabulary } = knowledge;
  const find = (id: string, language: string) => findArticle(knowledge, id, language);
  const featuredFirst = (a: Article, b: Article) =>
    (a.featured?.order ?? Number.POSITIVE_INFINITY) - (b.featured?.order ?? Number.POSITIVE_INFINITY) ||
    a.id.localeCompare(b.id);
  return {
    languages,
    find,
    list: (language) => [...articles.keys()].flatMap((id) => find(id, language) ?? []).sort(featuredFirst),
    titleOf(intent, language) {
      const article = find(intent, language);
      if (article) return article.title;
      for (const lng of [language, ...languages]) {
        const file = intents.get(lng);
        const named = intent.startsWith('check:')
          ? file?.checks[intent.slice('check:'.length)]
          : file?.commands[intent];
        if (named) return named.title;
      }
      return undefined;
    },
    product: [...vocabulary.values()].flatMap(({ products }) => products.ours).at(0),
    checks: [...articles.keys()].filter((id) => [...intents.values()].some(({ checks }) => checks[id])),
  };
}
