import { z } from 'zod';
import type { Source } from '../source.js';
import type { TakeNote } from '../source-page.js';
import type { Door } from '../web/open-door.js';
import { readJson, readPages, wireId } from '../web/read-pages.js';
import { type ApiArticle, apiSource, languageOfLocale } from './api-source.js';

const paging = z.object({ pagination: z.object({ page: z.number(), pages: z.number() }).optional() });
const sites = paging.extend({
  helpdocssites: z.array(
    z.object({
      id: wireId,
      name: z.string().nullish(),
      customDomain: z.string().nullish(),
      languageCode: z.string().nullish(),
    }),
  ),
});
const categories = paging.extend({ helpdocscategories: z.array(z.object({ id: wireId, name: z.string() })) });
/** A relation stands as an id or as `{ id, type }`. */
const relation = z.union([wireId, z.object({ id: wireId }).transform(({ id }) => id)]);
const article = z.object({
  id: wireId,
  title: z.string(),
  slug: z.string().nullish(),
  description: z.string().nullish(),
  contents: z.string().nullish(),
  status: z.string().nullish(),
  isPrivate: z.boolean().nullish(),
  helpdocsite: relation.nullish(),
  categories: z.array(relation).nullish(),
  updatedAt: z.string().nullish(),
});
const articles = paging.extend({ helpdocarticles: z.array(article) });
const one = z.object({ helpdocarticle: article });

/** Help Docs of Teamwork Desk, version 2 of its API (docs/teamwork-desk-api.md): the list, and the contents of each. */
export function readTeamwork(origin: string, door: Door): Source {
  const api = `${origin}/desk/api/v2`;
  async function* all(note: TakeNote): AsyncGenerator<ApiArticle> {
    const known = new Map<string, z.infer<typeof sites>['helpdocssites'][number]>();
    for await (const page of readPages(door, `${api}/helpdocssites.json?page=1&pageSize=100`, sites, nextOf, note))
      for (const site of page.helpdocssites) known.set(site.id, site);
    if (known.size === 0) return;
    const names = new Map<string, string>();
    for await (const page of readPages(
      door,
      `${api}/helpdocscategories.json?page=1&pageSize=100`,
      categories,
      nextOf,
      note,
    ))
      for (const { id, name } of page.helpdocscategories) names.set(id, name);
    const first = `${api}/helpdocssites/helpdocarticles.json?page=1&pageSize=100`;
    for await (const page of readPages(door, first, articles, nextOf, note)) {
      for (const listed of page.helpdocarticles) {
        if (listed.status?.toLowerCase() !== 'published' || listed.isPrivate) {
          note('dropped', `not published for everybody: "${listed.title}"`);
          continue;
        }
        const site = known.get(listed.helpdocsite ?? '') ?? (known.size === 1 ? [...known.values()][0] : undefined);
        const whole = listed.contents || !site ? listed : await contentsOf(door, api, site.id, listed.id, note);
        if (!whole) continue;
        yield {
          id: listed.id,
          title: listed.title,
          body: whole.contents,
          language: site?.languageCode ? languageOfLocale(site.languageCode) : undefined,
          address:
            site?.customDomain && listed.slug ? `https://${site.customDomain}/article/${listed.slug}` : undefined,
          updated: listed.updatedAt,
          description: listed.description,
          named: listed.slug || listed.title,
          categories: (listed.categories ?? []).slice(0, 1).flatMap((id) => names.get(id) ?? []),
        };
      }
    }
  }
  return apiSource(`teamwork ${origin}`, undefined, all, 'Set TEAMWORK_DESK_KEY to an API key of Teamwork Desk');
}

async function contentsOf(door: Door, api: string, site: string, id: string, note: TakeNote) {
  const read = await readJson(door, `${api}/helpdocssites/${site}/helpdocarticles/${id}.json`, one, note);
  return read?.helpdocarticle;
}

function nextOf({ pagination }: z.infer<typeof paging>, address: string): string | undefined {
  if (!pagination || pagination.page >= pagination.pages) return undefined;
  const url = new URL(address);
  url.searchParams.set('page', String(pagination.page + 1));
  return url.href;
}
