import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describeProblem } from '../knowledge/articles/article.js';
import { lintKnowledge } from '../knowledge/articles/lint-knowledge.js';
import type { Knowledge } from '../knowledge/articles/load-knowledge.js';
import type { House } from './compose.js';

/** Editors and checkouts write in bursts; it is over after so many milliseconds of silence. */
const SILENCE = 300;

/**
 * Reads the knowledge base again whenever its files change, while turns go on. What is broken is logged with file and
 * line, and stays as it was.
 * @returns stops watching
 */
export function watchKnowledge({ room, config, log }: Pick<House, 'room' | 'config' | 'log'>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const reload = async () => {
    const before = room.knowledge;
    try {
      await room.reload(() => setImmediate());
    } catch (error) {
      return log.error({ event: 'knowledge not reloaded', error: String(error) });
    }
    const { knowledge } = room;
    log.info({ event: 'knowledge reloaded', articles: changedArticles(before, knowledge) });
    for (const problem of findings(before, knowledge)) log.warn({ event: 'knowledge to mend', problem });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(reload);
    }, SILENCE);
    timer.unref();
  };
  const folders = room.knowledge.languages.flatMap((language) => [language, join(language, 'articles')]);
  const watchers = folders.flatMap((folder): FSWatcher[] => {
    try {
      const watcher = watch(join(config.knowledgeFolder, folder), { persistent: false }, later);
      // The folder was taken away, or the system has no more watches: the others go on.
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch (error) {
      log.warn({ event: 'knowledge not watched', folder, error: String(error) });
      return [];
    }
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** `fr/inbox`, for each version that was added, changed or taken away. */
function changedArticles(before: Knowledge, after: Knowledge): readonly string[] {
  const [old, fresh] = [versionsOf(before), versionsOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((name) => old.get(name) !== fresh.get(name));
}

function versionsOf({ articles }: Knowledge): ReadonlyMap<string, string> {
  return new Map(
    [...articles].flatMap(([id, versions]) =>
      [...versions].map(([language, article]) => [`${language}/${id}`, JSON.stringify(article)] as const),
    ),
  );
}

/** What is broken now, and what the content rules find that they did not find before. */
function findings(before: Knowledge, after: Knowledge): readonly string[] {
  const known = new Set(lintKnowledge(before).map(describeProblem));
  const found = lintKnowledge(after).map(describeProblem);
  return [...after.problems.map(describeProblem), ...found.filter((problem) => !known.has(problem))];
}
