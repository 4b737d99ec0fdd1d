import { setImmediate } from 'node:timers/promises';
import { slug } from '../../knowledge/articles/slug.js';
import type { Office } from '../../operate/office.js';
import type { Config } from '../config.js';
import type { KnowledgeService } from '../knowledge/knowledge-service.js';
import { openTeacher } from './open-teacher.js';

interface World {
  readonly config: Pick<Config, 'knowledgeFolder' | 'trainCommand'>;
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** How the operators' page teaches the running knowledge base: what is written is noticed like any other change of the files. */
export function openTeaching(service: KnowledgeService, { config, now, wait }: World): Office['teaching'] {
  const { knowledgeFolder: folder, trainCommand: command } = config;
  const teacher = openTeacher({
    ...{ folder, service, now, command },
    wait: (milliseconds) => wait(milliseconds, new AbortController().signal),
    pause: () => setImmediate(),
  });
  // A preview learns a whole index: one after the other, customers are answered in between.
  let last: Promise<unknown> = Promise.resolve();
  const preview: typeof teacher.preview = (lesson) => {
    const result = last.then(() => teacher.preview(lesson));
    last = result.catch(() => undefined);
    return result;
  };
  return {
    teacher: { ...teacher, preview },
    targets: (language) => {
      const { articles, intents } = service.knowledge;
      const found = [...articles].flatMap(([id, versions]) => {
        const title = versions.get(language)?.title;
        return title === undefined ? [] : [{ id, title }];
      });
      const checks = Object.entries(intents.get(language)?.checks ?? {});
      return [...found, ...checks.map(([id, { title }]) => ({ id: `check:${id}`, title }))];
    },
    idOf: slug,
  };
}
