import { z } from 'zod';
import type { Source } from '../source.js';
import type { TakeNote } from '../source-page.js';
import type { Door } from '../web/open-door.js';
import { readJson, readPages, wireId } from '../web/read-pages.js';
import { type ApiArticle, apiSource } from './api-source.js';

const named = z.array(z.object({ id: wireId, name: z.string() }));
/** `visibility` 1 is everybody. */
const folders = z.array(z.object({ id: wireId, name: z.string(), visibility: z.number().nullish() }));
const PUBLISHED = 2;
const articleList = z.array(
  z.object({
    id: wireId,
    title: z.string(),
    description: z.string().nullish(),
    status: z.number().nullish(),
    updated_at: z.string().nullish(),
  }),
);
const PAGE = 100;

/** Freshdesk's solutions, in the account's first language: https://developers.freshdesk.com/api/#solutions */
export function readFreshdesk(origin: string, door: Door): Source {
  const api = `${origin}/api/v2/solutions`;
  async function* articles(note: TakeNote): AsyncGenerator<ApiArticle> {
    for (const category of (await readJson(door, `${api}/categories`, named, note)) ?? []) {
      for (const folder of (await readJson(door, `${api}/categories/${category.id}/folders`, folders, note)) ?? []) {
        if ((folder.visibility ?? 1) !== 1) {
          note('dropped', `a folder that is not for everybody: "${folder.name}"`);
          continue;
        }
        const first = `${api}/folders/${folder.id}/articles?page=1&per_page=${PAGE}`;
        for await (const page of readPages(door, first, articleList, nextOf, note))
          for (const { id, title, description, status, updated_at } of page) {
            if (status !== PUBLISHED) note('dropped', `not published: "${title}"`);
            else
              yield {
                id,
                title,
                body: description,
                address: `${origin}/support/solutions/articles/${id}`,
                updated: updated_at,
                named: title,
                categories: [category.name, folder.name],
              };
          }
      }
    }
  }
  return apiSource(`freshdesk ${origin}`, origin, articles, 'Set FRESHDESK_KEY to the API key of an agent');
}

/** A page that is not full is the last. */
function nextOf(page: readonly unknown[], address: string): string | undefined {
  if (page.length < PAGE) return undefined;
  const url = new URL(address);
  url.searchParams.set('page', String(Number(url.searchParams.get('page')) + 1));
  return url.href;
}
