import { diffArrays } from 'diff';
import { diff3Merge } from 'node-diff3';
import { z } from 'zod';
import { describeProblem } from '../knowledge/articles/article.js';
import type { FileChange } from './file-change.js';
import { fileProblems } from './file-problems.js';
import type { TeachingFolder } from './teaching-folder.js';

export type Undone =
  | { readonly kind: 'undone'; readonly id: string; readonly changes: readonly FileChange[] }
  /** Somebody has changed the same lines since, or there is nothing to undo. */
  | { readonly kind: 'refused'; readonly problem: string };

const record = z.looseObject({
  id: z.string(),
  changes: z.array(z.object({ path: z.string(), before: z.string().optional(), after: z.string().optional() })),
});

/**
 * Takes a lesson back and leaves what was changed since; the last one unless another is named.
 * @param id as it was kept
 */
export async function undoLesson(folder: TeachingFolder, id?: string): Promise<Undone> {
  return folder.alone(async () => {
    const names = await folder.records();
    const name = id === undefined ? names.at(-1) : `${id}.json`;
    const text = name !== undefined && names.includes(name) ? await folder.readRecord(name) : undefined;
    if (name === undefined || text === undefined)
      return {
        kind: 'refused',
        problem: id === undefined ? 'nothing was taught here' : `no lesson "${id}" can be undone`,
      };
    const held = record.parse(JSON.parse(text));
    const changes: FileChange[] = [];
    for (const { path, before, after } of held.changes) {
      const now = await folder.read(path);
      const back = taken(before, after, now);
      if (back.kind === 'changed') return { kind: 'refused', problem: `${path}: the same lines were changed since` };
      const problems = back.text === undefined ? [] : fileProblems(path, back.text);
      if (problems.length > 0) return { kind: 'refused', problem: problems.map(describeProblem).join('\n') };
      if (back.text !== now) changes.push({ path, before: now, after: back.text });
    }
    await folder.write(changes);
    await folder.dropRecord(name);
    return { kind: 'undone', id: held.id, changes };
  });
}

/** A file without a change that was made to it. */
function taken(
  before: string | undefined,
  after: string | undefined,
  now: string | undefined,
): { readonly kind: 'text'; readonly text: string | undefined } | { readonly kind: 'changed' } {
  if (now === after || now === before) return { kind: 'text', text: before };
  if (after === undefined || now === undefined) return { kind: 'changed' };
  const base = before ?? '';
  const regions = diff3Merge(lines(now), lines(after), lines(base), { excludeFalseConflicts: true });
  if (!regions.some(({ conflict }) => conflict))
    return { kind: 'text', text: regions.flatMap(({ ok }) => ok ?? []).join('\n') };
  // Lines that were only put in can be taken out wherever they stand now: another one beside them is no quarrel.
  const parts = diffArrays(lines(base), lines(after));
  if (parts.some(({ removed }) => removed)) return { kind: 'changed' };
  const left = lines(now);
  for (const line of parts.flatMap(({ added, value }) => (added ? value : []))) {
    const at = left.indexOf(line);
    if (at < 0) return { kind: 'changed' };
    left.splice(at, 1);
  }
  const text = left.join('\n');
  return { kind: 'text', text: before === undefined && text === '' ? undefined : text };
}

const lines = (text: string) => text.split('\n');
