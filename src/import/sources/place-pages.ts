import { plainPath } from '../articles/plain-path.js';
import type { PlacedPage } from './folder-categories.js';
import type { FolderFields } from './folder-fields.js';
import type { SidebarEntry } from './read-sidebars.js';

export interface Place {
  readonly entry?: SidebarEntry | undefined;
  /** The place among all pages, from 0; nothing when the source has no order of its own. */
  readonly order?: number | undefined;
}

/**
 * Where every page stands: as the navigation has it, and behind that by the numbers that pages and folders have (fields,
 * `_category_.json`, `01-name`), below their parents where pages name them, else below their folders.
 */
export function placePages<Page extends PlacedPage & { readonly file: string }>(
  pages: readonly Page[],
  navigation: readonly SidebarEntry[],
  folders: ReadonlyMap<string, FolderFields>,
): ReadonlyMap<Page, Place> {
  const keys = sortKeys(pages, folders);
  const byNumbers = [...pages].sort((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []));
  const named = new Map<string, Page[]>();
  for (const page of byNumbers) for (const name of namesOf(page)) named.set(name, [...(named.get(name) ?? []), page]);
  const entries = new Map<Page, SidebarEntry>();
  const take = (entry: SidebarEntry, those: readonly Page[]) => {
    for (const page of those) if (!entries.has(page)) entries.set(page, entry);
  };
  for (const entry of navigation) {
    if (entry.kind === 'page') take(entry, named.get(entry.path) ?? []);
    else
      take(
        entry,
        byNumbers.filter((page) => plainPath(`/${page.path}`).startsWith(entry.path.replace(/\/?$/, '/'))),
      );
  }
  const isOrdered =
    entries.size > 0 || [...keys.values()].some((key) => key.some(([number]) => number !== LAST && number !== FIRST));
  const inOrder = [...entries.keys(), ...byNumbers.filter((page) => !entries.has(page))];
  return new Map(inOrder.map((page, at) => [page, { entry: entries.get(page), order: isOrdered ? at : undefined }]));
}

function namesOf({ file, path, fields }: PlacedPage & { readonly file: string }): readonly string[] {
  const own = fields.name === undefined ? [] : [path.replace(/[^/]*$/, fields.name)];
  return [...new Set([path, file, ...own].map((each) => plainPath(`/${each}`)))];
}

type SortKey = readonly (readonly [number: number, name: string])[];
const FIRST = -1;
const LAST = Number.POSITIVE_INFINITY;

function sortKeys<Page extends PlacedPage>(
  pages: readonly Page[],
  folders: ReadonlyMap<string, FolderFields>,
): ReadonlyMap<Page, SortKey> {
  const keyOf = (language: string | undefined, name: string) => `${language ?? ''} ${name}`;
  const [indexes, parents] = [new Map<string, Page>(), new Map<string, Page>()];
  for (const page of pages) {
    const [, folder] = INDEX.exec(page.path) ?? [];
    if (folder !== undefined) indexes.set(keyOf(page.language, folder), page);
    for (const name of [page.fields.key, page.fields.title]) if (name) parents.set(keyOf(page.language, name), page);
  }
  const hasParents = pages.some(({ fields }) => fields.parent !== undefined);
  const byParents = (page: Page, seen: readonly Page[] = []): SortKey => {
    const { parent, position, title } = page.fields;
    const above = parent === undefined ? undefined : parents.get(keyOf(page.language, parent));
    const before = above && !seen.includes(above) ? byParents(above, [...seen, page]) : [];
    return [...before, [position ?? LAST, title ?? page.path]];
  };
  const byFolders = (page: Page): SortKey => {
    const parts = page.path.split('/');
    return parts.map((part, at) => {
      if (at === parts.length - 1)
        return INDEX.test(`/${part}`) ? [FIRST, ''] : [page.fields.position ?? numberOf(part), part];
      const folder = parts.slice(0, at + 1).join('/');
      const position = folders.get(folder)?.position ?? indexes.get(keyOf(page.language, folder))?.fields.position;
      return [position ?? numberOf(part), part];
    });
  };
  return new Map(pages.map((page) => [page, hasParents ? byParents(page) : byFolders(page)]));
}

const INDEX = /^(.*)\/_?(?:index|readme)$/i;

/** `01-install`: 1. */
function numberOf(name: string): number {
  const [, digits] = /^(\d{1,3})[-_.]+\D/.exec(name) ?? [];
  return digits === undefined ? LAST : Number(digits);
}

function compare(a: SortKey, b: SortKey): number {
  for (const [at, [number, name]] of a.entries()) {
    const other = b[at];
    if (!other) return 1;
    if (number !== other[0]) return number < other[0] ? -1 : 1;
    const byName = name.localeCompare(other[1], 'en');
    if (byName !== 0) return byName;
  }
  return a.length - b.length;
}
