import type { Stats } from 'node:fs';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { watch } from 'chokidar';
import { describeProblem } from '../../knowledge/articles/article.js';
import { lintKnowledge } from '../../knowledge/articles/lint-knowledge.js';
import type { Knowledge } from '../../knowledge/articles/load-knowledge.js';
import type { App } from '../compose.js';

/** Editors and checkouts write in bursts; it is over after so many milliseconds of silence. */
const SILENCE = 300;
/** A checkout takes files away and puts them back, on a busy machine a second later: what is gone for longer is gone, in ms. */
const GONE_AFTER = 2000;

/**
 * Reads the knowledge base again whenever its files change, while turns go on: also those of folders that come later, or
 * that are taken away and put back. What is broken is logged with file and line, and stays as it was. A network's file system tells
 * nobody of what another machine writes: there `knowledgePollSeconds` has the files looked at.
 * @returns stops watching; resolves when every change since the start, and from now on, is noticed
 */
export async function watchKnowledge({
  knowledgeService,
  config,
  log,
}: Pick<App, 'knowledgeService' | 'config' | 'log'>): Promise<() => void> {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const reload = async () => {
    const before = knowledgeService.knowledge;
    try {
      await knowledgeService.reload(
        () => setImmediate(),
        () => sleep(GONE_AFTER, undefined, { ref: false }),
      );
    } catch (error) {
      return log.error({ event: 'knowledge not reloaded', error: String(error) });
    }
    const { knowledge } = knowledgeService;
    log.info({ event: 'knowledge reloaded', articles: changedArticles(before, knowledge) });
    const spoken = new Set(before.languages);
    for (const language of knowledge.languages.filter((each) => !spoken.has(each)))
      log.warn({ event: 'knowledge to mend', problem: `${language}: a new language is spoken after the next start` });
    for (const problem of findings(before, knowledge)) log.warn({ event: 'knowledge to mend', problem });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(reload);
    }, SILENCE);
    timer.unref();
  };
  const { knowledgePollSeconds: seconds } = config;
  const polling = seconds === undefined ? {} : { usePolling: true, interval: seconds * 1000 };
  const watcher = watch(config.knowledgeFolder, { persistent: false, ignoreInitial: true, ignored, ...polling });
  watcher.on('all', later);
  // The system has no more watches, say: what is watched already goes on.
  watcher.on('error', (error) => log.warn({ event: 'knowledge not watched', error: String(error) }));
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve).once('error', () => resolve());
  });
  let isOver = false;
  // What was written after the start had read it, and before the watcher first looked, tells nobody. A file that goes while it is read differs, too.
  void knowledgeService
    .differsFromStart()
    .catch(() => true)
    .then((differs) => {
      if (differs && !isOver) later();
    });
  return () => {
    isOver = true;
    clearTimeout(timer);
    void watcher.close();
  };
}

/** Everything but what a knowledge base is made of. */
const ignored = (path: string, stats?: Stats) => stats?.isFile() === true && !/\.(?:md|yml)$/.test(path);

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
