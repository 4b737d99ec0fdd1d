import { slug } from '../../knowledge/articles/slug.js';
import { dayOf } from '../day-of.js';
import { ImportError } from '../import-error.js';
import type { Source } from '../source.js';
import type { ImportNote, SourcePage, TakeNote } from '../source-page.js';

/** An article as the API of a help desk has it. */
export interface ApiArticle {
  readonly id: string;
  readonly title: string;
  /** HTML. */
  readonly body: string | null | undefined;
  readonly language?: string | undefined;
  readonly address?: string | null | undefined;
  /** A date, or seconds since 1970. */
  readonly updated?: unknown;
  readonly description?: string | null | undefined;
  /** Its title in the first language: the id is made of it, in every language the same. */
  readonly named: string;
  readonly categories: readonly string[];
}

/**
 * The source that an API is.
 * @param articles yields what is public, one after the other
 * @param remedy what to do when nothing can be read
 */
export function apiSource(
  name: string,
  site: string | undefined,
  articles: (note: TakeNote) => AsyncIterable<ApiArticle>,
  remedy: string,
): Source {
  return {
    name,
    site,
    async *items() {
      const notes: ImportNote[] = [];
      const note: TakeNote = (kind, message) => notes.push({ key: name, kind, message });
      let count = 0;
      for await (const article of articles(note)) {
        if (!article.body?.trim()) {
          notes.push({ key: `${name} ${article.id}`, kind: 'dropped', message: `no text: "${article.title}"` });
          continue;
        }
        count++;
        yield { kind: 'page', page: pageOf(article, article.body) };
      }
      for (const each of notes) yield { kind: 'note', note: each };
      const wrong = notes.find(({ kind }) => kind === 'failed');
      if (count === 0)
        throw new ImportError(wrong ? `${wrong.message}. ${remedy}` : `${name}: there is no public article.`);
    },
  };
}

function pageOf(
  { id, title, language, address, updated, description, named, categories }: ApiArticle,
  body: string,
): SourcePage {
  return {
    key: id,
    path: slug(named) || `article-${id}`,
    language,
    title: title.replace(/\s+/g, ' ').trim(),
    description: description ?? undefined,
    format: 'html',
    text: body,
    categories,
    address: address && URL.canParse(address) ? address : undefined,
    aliases: [],
    updated: dayOf(updated),
  };
}

/** `en-us` as `en`, `pt-br` as `pt-BR`: the folder of a language; English is English. */
export function languageOfLocale(locale: string): string {
  const [language = locale, region] = locale.toLowerCase().split(/[-_]/);
  return region && ['pt', 'zh'].includes(language) ? `${language}-${region.toUpperCase()}` : language;
}
