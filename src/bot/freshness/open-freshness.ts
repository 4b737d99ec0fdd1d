import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ArticleLibrary } from '../../dialogs/article-library.js';
import {
  type Freshness,
  NOTHING_PROBED,
  probeFreshness,
  readFreshness,
  type StaleLink,
} from '../../freshness/freshness.js';
import type { PageDoor } from '../../freshness/open-page-door.js';
import type { Knowledge } from '../../knowledge/articles/load-knowledge.js';

/** How often a help centre is probed, in milliseconds: once a day. */
const EVERY = 24 * 60 * 60 * 1000;

interface FreshnessNeeds {
  /** Where what was found is kept; nothing is kept without. */
  readonly file: string | undefined;
  readonly knowledge: () => Knowledge;
  /** Opened for each probe, and closed after it. */
  readonly openDoor: () => PageDoor;
  readonly now: () => Date;
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** What is known of how fresh the articles are. */
export interface FreshnessService {
  stale(): readonly StaleLink[];
  /** Looks now. */
  probe(): Promise<Freshness>;
  /** Takes over what `passerelle probe` has kept meanwhile. */
  reread(): Promise<void>;
  /** Looks when the last time was a day ago. */
  probeDaily(): Promise<void>;
  /** A library whose articles say when their source has changed. */
  marking(library: ArticleLibrary): ArticleLibrary;
}

/**
 * Opens what is known of the articles' links, as it was kept; a file that is not there or not understood is as good as
 * none. Nothing is probed yet.
 */
export async function openFreshness({
  file,
  knowledge,
  openDoor,
  now,
  wait,
}: FreshnessNeeds): Promise<FreshnessService> {
  let known: Freshness = NOTHING_PROBED;
  const reread = async () => {
    const text = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
    const kept = text === undefined ? undefined : readFreshness(text);
    if (kept && (kept.checkedAt ?? '') >= (known.checkedAt ?? '')) known = kept;
  };
  await reread();
  const keep = async () => {
    if (file === undefined) return;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.part`, `${JSON.stringify(known)}\n`, { mode: 0o600 });
    await rename(`${file}.part`, file);
  };
  const probe = async () => {
    const door = openDoor();
    try {
      const articles = [...knowledge().articles.values()].flatMap((versions) => [...versions.values()]);
      known = await probeFreshness(articles, known, { door, wait, now: now() });
    } finally {
      await door.close();
    }
    await keep();
    return known;
  };
  return {
    stale: () => known.stale,
    probe,
    reread,
    async probeDaily() {
      await reread();
      const { checkedAt } = known;
      if (checkedAt === undefined || now().getTime() - Date.parse(checkedAt) >= EVERY) await probe();
    },
    marking: (library) => ({
      ...library,
      get product() {
        return library.product;
      },
      find: (id, language) => {
        const article = library.find(id, language);
        if (!article) return undefined;
        const changedOn = known.sources[`${article.language}/${article.id}`]?.changedOn;
        return changedOn === undefined ? article : { ...article, sourceChanged: changedOn };
      },
    }),
  };
}
