import { z } from 'zod';
import type { Source } from '../source.js';
import type { TakeNote } from '../source-page.js';
import type { Door } from '../web/open-door.js';
import { readPages, wireId } from '../web/read-pages.js';
import { type ApiArticle, apiSource, languageOfLocale } from './api-source.js';

const paging = z.object({
  pages: z
    .object({ page: z.coerce.number().optional(), total_pages: z.number().optional(), next: z.unknown().optional() })
    .nullish(),
});
const content = z.object({
  title: z.string().nullish(),
  description: z.string().nullish(),
  body: z.string().nullish(),
  state: z.string().nullish(),
  url: z.string().nullish(),
  updated_at: z.number().nullish(),
});
const articlePage = paging.extend({
  data: z.array(
    content.extend({
      id: wireId,
      parent_id: wireId.nullish(),
      default_locale: z.string().nullish(),
      // Beside the languages it holds its own `type`.
      translated_content: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
});
const collectionPage = paging.extend({
  data: z.array(z.object({ id: wireId, name: z.string(), parent_id: wireId.nullish() })),
});

/** Intercom's articles through its API: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles */
export function readIntercom(origin: string, door: Door): Source {
  async function* articles(note: TakeNote): AsyncGenerator<ApiArticle> {
    const collections = new Map<string, z.infer<typeof collectionPage>['data'][number]>();
    for await (const page of readPages(
      door,
      `${origin}/help_center/collections?page=1&per_page=50`,
      collectionPage,
      nextOf,
      note,
    ))
      for (const collection of page.data) collections.set(collection.id, collection);
    const above = (id: string | null | undefined, depth = 0): readonly string[] => {
      const found = id ? collections.get(id) : undefined;
      return found && depth <= 5 ? [...above(found.parent_id, depth + 1), found.name] : [];
    };
    for await (const page of readPages(door, `${origin}/articles?page=1&per_page=50`, articlePage, nextOf, note)) {
      for (const article of page.data) {
        const own = article.default_locale ?? 'en';
        const translated = Object.entries(article.translated_content ?? {}).flatMap(([locale, value]) => {
          const read = content.safeParse(value);
          return read.success && read.data.title && locale !== own ? [[locale, read.data] as const] : [];
        });
        const named = article.title ?? '';
        for (const [locale, text] of [[own, article] as const, ...translated]) {
          if (text.state !== 'published') {
            note('dropped', `not published: "${text.title}" (${locale})`);
            continue;
          }
          yield {
            id: article.id,
            title: text.title ?? named,
            body: text.body,
            language: languageOfLocale(locale),
            address: text.url,
            updated: text.updated_at,
            description: text.description,
            named,
            categories: above(article.parent_id),
          };
        }
      }
    }
  }
  return apiSource(
    `intercom ${origin}`,
    undefined,
    articles,
    'Set INTERCOM_TOKEN to an access token that may read articles',
  );
}

/** Behind the last page there is none, whatever `next` says. */
function nextOf({ pages }: z.infer<typeof paging>, address: string): string | undefined {
  const { page, total_pages } = pages ?? {};
  if (page === undefined || total_pages === undefined || page >= total_pages) return undefined;
  const url = new URL(address);
  url.searchParams.set('page', String(page + 1));
  return url.href;
}
