import { dayOf } from '../day-of.js';
import { isRecord } from '../is-record.js';

/** What the fields before a page say that an article can use; generators call the same by different names. */
export interface PageFields {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  /** Addresses of the page on its site. */
  readonly addresses: readonly string[];
  /** Replaces the last part of the path, or all of it when it begins with `/`. */
  readonly updated?: string | undefined;
  readonly parent?: string | undefined;
  /** The name under which others call it their parent. */
  readonly key?: string | undefined;
  /** The name that a navigation has for it, in place of its file's. */
  readonly name?: string | undefined;
  /** Its place among those beside it. */
  readonly position?: number | undefined;
  readonly categories: readonly string[];
  readonly questions: readonly string[];
  readonly isHidden: boolean;
  /** Names of fields that nothing was made of. */
  readonly unused: readonly string[];
}

/** Reads them from front matter of any generator; fields of an unexpected form count as not there. */
export function pageFields(fields: Readonly<Record<string, unknown>>): PageFields {
  const used = new Set<string>();
  const take = (...names: readonly string[]): unknown => {
    for (const name of names) if (name in fields) used.add(name);
    return names.map((name) => fields[name]).find((value) => value !== undefined && value !== null && value !== '');
  };
  const navigation = take('eleventyNavigation');
  const inNavigation = (name: string) => (isRecord(navigation) ? navigation[name] : undefined);
  const updated = take(
    'updated',
    'lastmod',
    'last_modified_at',
    'last_updated',
    'lastUpdated',
    'modified',
    'last_update',
    'date',
  );
  const isDraft = take('draft') === true || take('published') === false || take('unlisted') === true;
  const read = {
    title:
      line(take('title')) ??
      line(inNavigation('title')) ??
      line(take('sidebar_label', 'linkTitle', 'nav_title', 'name')),
    description: line(take('description', 'summary', 'excerpt', 'subtitle', 'lead')),
    language: line(take('lang', 'language', 'locale')),
    addresses: [
      ...lines(take('permalink')),
      ...lines(take('slug')),
      ...lines(take('url')),
      ...lines(take('aliases')),
      ...lines(take('redirect_from')),
    ].filter((one) => !/[{:*]/.test(one)),
    updated: dayOf(isRecord(updated) ? updated.date : updated),
    parent: line(inNavigation('parent')) ?? line(take('parent')),
    key: line(inNavigation('key')),
    name: line(take('id')),
    position: [inNavigation('order'), take('sidebar_position', 'nav_order', 'weight', 'order')]
      .map(position)
      .find((one) => one !== undefined),
    categories: [...new Set([...lines(take('categories')), ...lines(take('category'))])],
    questions: lines(take('questions')),
    isHidden: isDraft,
  };
  return { ...read, unused: Object.keys(fields).filter((name) => !used.has(name)) };
}

/** A number, or what is written as one. */
function position(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function line(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).replace(/\s+/g, ' ').trim() || undefined;
}

const lines = (value: unknown): readonly string[] => [value].flat().flatMap((one) => line(one) ?? []);
