import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Article } from '../knowledge/articles/article.js';
import { linksOf } from './links-of.js';
import type { PageDoor } from './open-page-door.js';
import { type ProbedLink, probeLinks } from './probe-links.js';

const kept = z.object({
  /** When it was probed last: ISO 8601, UTC. */
  checkedAt: z.string().optional(),
  /** By `<language>/<article>`: how its source read when the article was as it is, and since when it reads otherwise. */
  sources: z.record(
    z.string(),
    z.object({ url: z.string(), print: z.string(), article: z.string(), changedOn: z.string().optional() }),
  ),
  stale: z.array(
    z.object({
      article: z.string(),
      language: z.string(),
      kind: z.enum(['gone', 'moved', 'changed']),
      url: z.string(),
      why: z.string(),
    }),
  ),
});

/** What is known of how fresh a help centre is; plain JSON. */
export type Freshness = z.infer<typeof kept>;

/** An article that somebody has to look at. */
export type StaleLink = Freshness['stale'][number];

export const NOTHING_PROBED: Freshness = { sources: {}, stale: [] };

/** @returns nothing when the text is none of ours */
export function readFreshness(text: string): Freshness | undefined {
  try {
    return kept.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Looks where links, pictures, films and sources of articles lead. A source that reads otherwise than when the article was as it is now
 * makes the article stale until somebody changes it; what cannot be told today stays as it was.
 */
export async function probeFreshness(
  articles: readonly Article[],
  before: Freshness,
  { door, wait, now }: { readonly door: PageDoor; readonly wait: (ms: number) => Promise<unknown>; readonly now: Date },
): Promise<Freshness> {
  const probed = await probeLinks(articles.flatMap(linksOf), door, wait);
  const at = now.toISOString();
  const sources: Record<string, Freshness['sources'][string]> = {};
  for (const article of articles) {
    const name = placeOf(article);
    const known = before.sources[name];
    const source = sourceOf(article, known, probed, at.slice(0, 10));
    if (source) sources[name] = source;
  }
  const unsure = new Set(probed.flatMap((link) => (link.seen.kind === 'unsure' ? [placeOfLink(link)] : [])));
  const still = before.stale.filter((link) => link.kind !== 'changed' && unsure.has(placeOfLink(link)));
  const changed = articles.flatMap((article): readonly StaleLink[] => {
    const source = sources[placeOf(article)];
    if (source?.changedOn === undefined) return [];
    const { id, language } = article;
    return [{ article: id, language, kind: 'changed', url: source.url, why: source.changedOn }];
  });
  return { checkedAt: at, sources, stale: [...onceEach(probed.flatMap(staleOf)), ...still, ...changed] };
}

/** How its source reads, compared with when the article was last changed. */
function sourceOf(
  article: Article,
  known: Freshness['sources'][string] | undefined,
  probed: readonly ProbedLink[],
  today: string,
): Freshness['sources'][string] | undefined {
  const { source: url, id, language } = article;
  if (url === undefined) return undefined;
  const print = digestOf(article);
  const isSame = known?.url === url && known.article === print;
  const found = probed.find((link) => link.kind === 'source' && link.article === id && link.language === language);
  const seen = found?.seen.kind === 'found' ? found.seen.print : undefined;
  if (seen === undefined) return isSame ? known : undefined;
  if (!isSame) return { url, print: seen, article: print };
  if (known.print === seen) return { url, print: seen, article: print };
  return { ...known, changedOn: known.changedOn ?? today };
}

function staleOf({ article, language, url, seen }: ProbedLink): readonly StaleLink[] {
  if (seen.kind === 'gone') return [{ article, language, kind: 'gone', url, why: seen.why }];
  if (seen.kind === 'found' && seen.movedTo !== undefined)
    return [{ article, language, kind: 'moved', url, why: seen.movedTo }];
  return [];
}

/** A page that an article names twice is looked at once. */
const onceEach = (links: readonly StaleLink[]): readonly StaleLink[] => [
  ...new Map(links.map((link) => [placeOfLink(link), link])).values(),
];
const placeOf = ({ language, id }: Article) => `${language}/${id}`;
const placeOfLink = ({ language, article, url }: { language: string; article: string; url: string }) =>
  `${language}/${article} ${url}`;
const digestOf = (article: Article) => createHash('sha256').update(JSON.stringify(article)).digest('hex').slice(0, 32);
