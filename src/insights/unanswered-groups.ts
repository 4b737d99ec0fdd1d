import { openQuestionGroups, type QuestionGroup, type QuestionGroups } from './group-questions.js';
import type { Insights } from './insights.js';

/** Questions that are read and grouped at once: some milliseconds' work, and no turn waits longer. */
const BATCH = 500;

/**
 * The unanswered questions of the logbook in groups, always as they are now: what is new is added; where something has
 * gone (forgotten, answered after all, dealt with) they are grouped anew.
 * @param pause lets turns go by between two batches
 */
export function openUnansweredGroups(
  insights: Pick<Insights, 'unansweredState' | 'unanswered'>,
  termsOf: (text: string, language: string) => readonly string[],
  pause: () => Promise<unknown>,
): () => Promise<readonly QuestionGroup[]> {
  let groups = openQuestionGroups(termsOf);
  let listed: readonly QuestionGroup[] = [];
  let [count, last] = [0, 0];
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
  const update = async () => {
    const now = await insights.unansweredState();
    if (now.count === count && now.last === last) return;
    const more = now.count > count ? await read(groups, last) : undefined;
    if (more && count + more.added >= now.count && more.last >= now.last) {
      count += more.added;
      last = more.last;
    } else {
      groups = openQuestionGroups(termsOf);
      const all = await read(groups, 0);
      [count, last] = [all.added, all.last];
    }
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
