import { openQuestionGroups, type QuestionGroup, type QuestionGroups } from './group-questions.js';
import type { Insights } from './insights.js';

/** Questions that are read and grouped at once: some milliseconds' work, and no turn waits longer. */
const BATCH = 500;

/** Groups that are compared at once with what there is. */
const AT_ONCE = 10_000;
/** So many of all questions may go until the others are grouped anew: what they leave behind would grow. */
const MOST_GONE = 1 / 4;

/**
 * The unanswered questions of the logbook in groups, always as they are now: what is new is added, what has gone (forgotten,
 * answered after all, dealt with) is taken out of its group.
 * @param pause lets turns go by between two batches
 */
export function openUnansweredGroups(
  insights: Pick<Insights, 'unansweredState' | 'unanswered' | 'unansweredIds' | 'questions'>,
  termsOf: (text: string, language: string) => readonly string[],
  pause: () => Promise<unknown>,
): () => Promise<readonly QuestionGroup[]> {
  let groups = openQuestionGroups(termsOf);
  let listed: readonly QuestionGroup[] = [];
  let [count, last, gone] = [0, 0, 0];
  let running: Promise<unknown> = Promise.resolve();

  const read = async (into: QuestionGroups, after: number) => {
    let [added, from] = [0, after];
    while (true) {
      const batch = await insights.unanswered(from, BATCH);
      into.add(batch);
      added += batch.length;
      from = batch.at(-1)?.id ?? from;
      if (batch.length < BATCH) return { added, last: from };
      await pause();
    }
  };
  const anew = async () => {
    groups = openQuestionGroups(termsOf);
    const all = await read(groups, 0);
    [count, last, gone] = [all.added, all.last, 0];
  };
  /** Takes out what is not there any more, and puts in what came back. */
  const compare = async () => {
    const ids = await insights.unansweredIds();
    const come = new Set(ids);
    const went = new Set<number>();
    for (const [at, group] of groups.list().entries()) {
      for (const id of group.ids) if (!come.delete(id)) went.add(id);
      if (at % AT_ONCE === 0) await pause();
    }
    gone += went.size;
    if (gone + come.size > MOST_GONE * ids.length) return anew();
    const again = [...groups.drop(went), ...come].sort((a, b) => a - b);
    for (let from = 0; from < again.length; from += BATCH) {
      groups.add(await insights.questions(again.slice(from, from + BATCH)));
      await pause();
    }
    [count, last] = [ids.length, ids.at(-1) ?? 0];
  };
  const update = async () => {
    const now = await insights.unansweredState();
    if (now.count === count && now.last === last) return;
    const more = now.count > count ? await read(groups, last) : undefined;
    if (more) [count, last] = [count + more.added, more.last];
    if (count !== now.count || last !== now.last) await compare();
    listed = groups.list();
  };
  return async () => {
    // One reads, the others wait for it.
    const mine = running.then(update);
    running = mine.catch(() => {});
    await mine;
    return listed;
  };
}
