import { z } from 'zod';
import type { Source } from '../source.js';
import type { TakeNote } from '../source-page.js';
import type { Door } from '../web/open-door.js';
import { readJson, readPages, wireId } from '../web/read-pages.js';
import { type ApiArticle, apiSource, languageOfLocale } from './api-source.js';

const paging = z.object({
  meta: z.object({ has_more: z.boolean() }).optional(),
  links: z.object({ next: z.string().nullish() }).optional(),
  next_page: z.string().nullish(),
});
const locales = z.object({ locales: z.array(z.string()), default_locale: z.string().optional() });
const sectionPage = paging.extend({
  sections: z.array(
    z.object({ id: wireId, name: z.string(), category_id: wireId.nullish(), parent_section_id: wireId.nullish() }),
  ),
});
const categoryPage = paging.extend({ categories: z.array(z.object({ id: wireId, name: z.string() })) });
const articlePage = paging.extend({
  articles: z.array(
    z.object({
      id: wireId,
      title: z.string(),
      body: z.string().nullish(),
      html_url: z.string().nullish(),
      section_id: wireId.nullish(),
      draft: z.boolean().nullish(),
      edited_at: z.string().nullish(),
      updated_at: z.string().nullish(),
    }),
  ),
});

/** Zendesk Guide through its Help Center API, as developer.zendesk.com describes it. */
export function readZendesk(origin: string, door: Door): Source {
  const api = `${origin}/api/v2/help_center`;
  async function* articles(note: TakeNote): AsyncGenerator<ApiArticle> {
    const known = await readJson(door, `${api}/locales.json`, locales, note);
    if (!known) return;
    const first = known.default_locale ?? known.locales[0] ?? 'en-us';
    const names = new Map<string, string>();
    for (const locale of [first, ...known.locales.filter((each) => each !== first)]) {
      const categoriesOf = await readTree(door, `${api}/${locale}`, note);
      for await (const page of readPages(
        door,
        `${api}/${locale}/articles.json?page[size]=100`,
        articlePage,
        nextOf,
        note,
      )) {
        for (const article of page.articles) {
          if (article.draft) {
            note('dropped', `a draft: "${article.title}"`);
            continue;
          }
          const named = names.get(article.id) ?? article.title;
          names.set(article.id, named);
          yield {
            id: article.id,
            title: article.title,
            body: article.body,
            language: languageOfLocale(locale),
            address: article.html_url,
            updated: article.edited_at ?? article.updated_at,
            named,
            categories: categoriesOf(article.section_id ?? undefined),
          };
        }
      }
    }
  }
  return apiSource(
    `zendesk ${origin}`,
    origin,
    articles,
    'A help centre that is not public needs ZENDESK_EMAIL and ZENDESK_TOKEN',
  );
}

async function readTree(
  door: Door,
  base: string,
  note: TakeNote,
): Promise<(section: string | undefined) => readonly string[]> {
  const categories = new Map<string, string>();
  const sections = new Map<string, z.infer<typeof sectionPage>['sections'][number]>();
  for await (const page of readPages(door, `${base}/categories.json?page[size]=100`, categoryPage, nextOf, note))
    for (const { id, name } of page.categories) categories.set(id, name);
  for await (const page of readPages(door, `${base}/sections.json?page[size]=100`, sectionPage, nextOf, note))
    for (const section of page.sections) sections.set(section.id, section);
  const above = (id: string | undefined, depth = 0): readonly string[] => {
    const section = id === undefined ? undefined : sections.get(id);
    // Sections have at most five levels.
    if (!section || depth > 5) return [];
    const category = section.category_id ? categories.get(section.category_id) : undefined;
    const outer = section.parent_section_id ? above(section.parent_section_id, depth + 1) : category ? [category] : [];
    return [...outer, section.name];
  };
  return (section) => above(section);
}

const nextOf = ({ meta, links, next_page }: z.infer<typeof paging>) =>
  (meta ? (meta.has_more ? links?.next : undefined) : next_page) ?? undefined;
