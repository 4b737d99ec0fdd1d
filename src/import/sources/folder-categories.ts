import { humanName } from '../articles/take-title.js';
import type { FolderFields } from './folder-fields.js';
import type { PageFields } from './page-fields.js';

/** What is known of the pages of a folder before their categories are named. */
export interface PlacedPage {
  /** Without language and ending. */
  readonly path: string;
  readonly language?: string | undefined;
  readonly fields: PageFields;
  /** What a navigation file says is above it. */
  readonly above?: readonly string[] | undefined;
}

/**
 * Names the categories of a page: as its navigation has it, else its parents, else what its fields say, else the folders
 * that it stands in, by the titles of their own pages or labels.
 * @param labels of folders, by path (`_category_.json`)
 */
export function folderCategories(
  pages: readonly PlacedPage[],
  labels: ReadonlyMap<string, FolderFields>,
): (page: PlacedPage) => readonly string[] {
  const keyOf = (language: string | undefined, name: string) => `${language ?? ''} ${name}`;
  const parents = new Map<string, PlacedPage>();
  const folders = new Map<string, string>();
  for (const page of pages) {
    for (const name of [page.fields.key, page.fields.title]) if (name) parents.set(keyOf(page.language, name), page);
    const [, folder] = /^(.*)\/_?(?:index|readme)$/i.exec(page.path) ?? [];
    if (folder !== undefined && page.fields.title) folders.set(keyOf(page.language, folder), page.fields.title);
  }
  const byParents = (page: PlacedPage, seen: readonly string[] = []): readonly string[] => {
    const { parent } = page.fields;
    if (!parent || seen.includes(parent)) return [];
    const above = parents.get(keyOf(page.language, parent));
    return [...(above ? byParents(above, [...seen, parent]) : []), above?.fields.title ?? parent];
  };
  const byFolders = ({ path, language }: PlacedPage): readonly string[] => {
    const parts = path.split('/').slice(0, /\/_?(?:index|readme)$/i.test(path) ? -2 : -1);
    return parts.flatMap((part, at) => {
      const folder = parts.slice(0, at + 1).join('/');
      // Where generators want their pages, not what these are about.
      if (at === 0 && /^(?:docs?|content|src|pages|_\w+|articles)$/i.test(part)) return [];
      return [labels.get(folder)?.label ?? folders.get(keyOf(language, folder)) ?? humanName(part)];
    });
  };
  return (page) => {
    const ways = [page.above ?? [], byParents(page), page.fields.categories, byFolders(page)];
    return ways.find((way) => way.length > 0) ?? [];
  };
}
