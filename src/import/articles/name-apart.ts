import { articleId } from '../../knowledge/articles/read-article.js';
import type { ImportNote } from '../source-page.js';
import type { NamedDraft } from './draft-articles.js';

/**
 * Gives every article an id of its own, the same in every language. The answers of a page that was split are named after the
 * first language's questions when all languages have as many; two pages of one name are both noted, and the later one counts.
 * @param known ids that earlier imports gave to keys: a page keeps its id, whatever its title says today
 */
export function nameApart(
  drafts: readonly NamedDraft[],
  known: ReadonlyMap<string, string>,
): { readonly drafts: readonly NamedDraft[]; readonly notes: readonly ImportNote[] } {
  const paired = pairParts(drafts);
  const notes: ImportNote[] = [];
  const takenBy = new Map<string, NamedDraft>();
  const named = paired.map((draft) => {
    const wanted = known.get(`${draft.language} ${draft.key}`) ?? draft.id;
    // `a/b` and `a-b` are one id.
    const taken = (path: string) => takenBy.get(`${draft.language} ${articleId(path)}`);
    let id = wanted;
    for (let count = 2; taken(id); count++) id = `${wanted}-${count}`;
    const other = taken(wanted);
    if (other)
      notes.push({
        key: draft.key,
        kind: 'changed',
        message: `would be called "${wanted}" like ${other.key}; it is called "${id}"`,
      });
    const own = { ...draft, id };
    takenBy.set(`${draft.language} ${articleId(id)}`, own);
    return own;
  });
  return { drafts: named, notes };
}

function pairParts(drafts: readonly NamedDraft[]): readonly NamedDraft[] {
  const pages = new Map<string, Map<string, NamedDraft[]>>();
  for (const draft of drafts) {
    if (draft.part === undefined) continue;
    const languages = pages.get(draft.page.path) ?? new Map<string, NamedDraft[]>();
    pages.set(draft.page.path, languages.set(draft.language, [...(languages.get(draft.language) ?? []), draft]));
  }
  return drafts.map((draft) => {
    const languages = pages.get(draft.page.path);
    if (draft.part === undefined || !languages) return draft;
    const lists = [...languages].sort(([a], [b]) => a.localeCompare(b)).map(([, list]) => list);
    const isPaired = lists.every((list) => list.length === lists[0]?.length);
    const first = isPaired ? lists[0]?.find(({ part }) => part === draft.part) : undefined;
    return first ? { ...draft, id: first.id } : draft;
  });
}
