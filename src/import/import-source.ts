import { setImmediate } from 'node:timers/promises';
import { collectPictures } from './collect-pictures.js';
import { importPages } from './import-pages.js';
import { openKeep } from './keep/open-keep.js';
import { type FileChange, writeArticles } from './keep/write-articles.js';
import type { PictureLimits } from './picture-problem.js';
import type { Source } from './source.js';
import type { ImportNote, SourcePage } from './source-page.js';

export interface ImportSettings {
  /** The folder of the help centre that is written. */
  readonly into: string;
  readonly language?: string | undefined;
  readonly site?: string | undefined;
  /** Says what would come of it and writes nothing. */
  readonly dryRun: boolean;
  /** Those of the product unless said. */
  readonly pictureLimits?: PictureLimits | undefined;
  /** Called as the work goes on. `of` is not known while a source is still being read. */
  readonly onProgress: (doing: 'reading' | 'converting' | 'writing', done: number, of?: number) => void;
}

export interface ImportReport {
  /** Pages of the source. */
  readonly pages: number;
  /** Articles made of them, by language. */
  readonly articles: Readonly<Record<string, number>>;
  readonly changes: readonly FileChange[];
  readonly notes: readonly ImportNote[];
  /** Pictures copied into the folder. */
  readonly pictures: number;
  /** Whether everything that the source has was read. */
  readonly isWhole: boolean;
}

/** Brings a help centre into a folder. @throws ImportError when nothing of it can be read or written */
export async function importSource(source: Source, settings: ImportSettings): Promise<ImportReport> {
  const { into, language, dryRun, onProgress, pictureLimits } = settings;
  const notes: ImportNote[] = [];
  const pages: SourcePage[] = [];
  for await (const item of source.items()) {
    if (item.kind === 'note') notes.push(item.note);
    else onProgress('reading', pages.push(item.page));
  }
  const keep = await openKeep(into, source.name);
  const known = new Map(Object.values(keep.state.files).map(({ language: lng, key, id }) => [`${lng} ${key}`, id]));
  const pictures = collectPictures(pictureLimits);
  let done = 0;
  const imported = await importPages(pages, {
    language,
    site: settings.site ?? source.site,
    known,
    picture(page, address) {
      const from = address.startsWith('data:') ? address : source.picture?.(page, address);
      return from === undefined ? undefined : pictures.take(from);
    },
    async onPage() {
      onProgress('converting', ++done, pages.length);
      // A progress line wants to be drawn, and Ctrl+C to be heard.
      await setImmediate();
    },
  });
  notes.push(...imported.notes);
  const isWhole = !notes.some(({ kind }) => kind === 'failed');
  onProgress('writing', 0, imported.drafts.length);
  const changes = await writeArticles(keep, imported.drafts, { isWhole, dryRun });
  if (!dryRun)
    for (const [path, from] of pictures.taken)
      await (typeof from === 'string' ? keep.copy(from, path) : keep.write(path, from));
  const articles: Record<string, number> = {};
  for (const draft of imported.drafts) articles[draft.language] = (articles[draft.language] ?? 0) + 1;
  return { pages: pages.length, articles, changes, notes, pictures: pictures.taken.size, isWhole };
}
