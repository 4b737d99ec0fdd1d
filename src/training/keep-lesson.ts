import { type Applied, applyLesson, type LessonPlace, type Signed } from './apply-lesson.js';
import type { FileChange } from './file-change.js';
import type { Lesson } from './lesson.js';
import { patchOf } from './patch-of.js';
import { isReadOnly, type TeachingFolder } from './teaching-folder.js';

export type Kept =
  /** `id` undoes it. */
  | { readonly kind: 'kept'; readonly id: string; readonly changes: readonly FileChange[] }
  /** The folder is not written here: whoever can takes the patch. */
  | { readonly kind: 'patch'; readonly patch: string; readonly changes: readonly FileChange[] }
  | Exclude<Applied, { kind: 'applied' }>;

/** What is written down of a lesson. */
export interface LessonRecord extends Signed {
  readonly id: string;
  readonly lesson: Lesson;
  readonly changes: readonly FileChange[];
}

/**
 * Writes a lesson into the knowledge base and the regression questions, upon what stands there now: of two people who teach at once
 * neither loses. A folder that cannot be written, or must not be, gives a patch instead.
 * @param at when: the record's id begins with it, and records are sorted by it
 */
export async function keepLesson(
  lesson: Lesson,
  place: (read: LessonPlace['read']) => Promise<LessonPlace>,
  folder: TeachingFolder,
  { at, mayWrite = true, ...signed }: Signed & { readonly at: string; readonly mayWrite?: boolean },
): Promise<Kept> {
  if (!mayWrite) return asPatch(await applied());
  try {
    return await folder.alone(async () => {
      const now = await applied();
      if (now.kind !== 'applied') return now;
      const held = await folder.records();
      let id = at;
      for (let n = 2; held.includes(`${id}.json`); n++) id = `${at}-${n}`;
      const record: LessonRecord = { id, ...signed, lesson, changes: now.changes };
      await folder.keepRecord(`${id}.json`, `${JSON.stringify(record)}\n`);
      try {
        await folder.write(now.changes);
      } catch (error) {
        await folder.dropRecord(`${id}.json`);
        throw error;
      }
      return { kind: 'kept', id, changes: now.changes };
    });
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    return asPatch(await applied());
  }

  async function applied(): Promise<Applied> {
    return applyLesson(lesson, await place((path) => folder.read(path)), signed);
  }
}

const asPatch = (now: Applied): Kept =>
  now.kind === 'applied' ? { kind: 'patch', patch: patchOf(now.changes), changes: now.changes } : now;
