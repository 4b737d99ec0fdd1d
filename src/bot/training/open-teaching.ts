import { setImmediate } from 'node:timers/promises';
import { slug } from '../../knowledge/articles/slug.js';
import type { Office } from '../../operate/office.js';
import type { Config } from '../config.js';
import type { KnowledgeService } from '../knowledge/knowledge-service.js';
import type { KnowledgeOptions } from '../knowledge/open-knowledge.js';
import { withoutStop } from '../world.js';
import { openTeacher } from './open-teacher.js';
import { openPreviewThread } from './preview-thread.js';

interface World {
  /** As the running knowledge base was opened. */
  readonly options: KnowledgeOptions;
  readonly config: Pick<Config, 'knowledgeFolder' | 'trainCommand'>;
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** How the operators' page teaches the running knowledge base: what is written is noticed like any other change of the files. */
export function openTeaching(
  service: KnowledgeService,
  { config, options, now, wait }: World,
): Office['teaching'] & { close(): Promise<void> } {
  const { knowledgeFolder: folder, trainCommand: command } = config;
  const teacher = openTeacher({
    ...{ folder, service, now, command },
    wait: withoutStop(wait),
    pause: () => setImmediate(),
  });
  const { preview, close } = openPreviewThread({ folder, options }, wait);
  return {
    close,
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
