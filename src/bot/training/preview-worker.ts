import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type KnowledgeService, openKnowledgeService } from '../knowledge/knowledge-service.js';
import { openTeacher } from './open-teacher.js';
import type { PreviewAnswer, PreviewAsked, PreviewPlace } from './preview-thread.js';

/** The thread of `preview-thread.ts`: one preview after the other, each upon the files as they are then. */
function run(port: NonNullable<typeof parentPort>, { folder, options }: PreviewPlace): void {
  const pause = async () => undefined;
  let service: KnowledgeService | undefined;
  const answer = async ({ id, lesson }: PreviewAsked): Promise<PreviewAnswer> => {
    try {
      if (service) await service.reload(pause);
      else service = await openKnowledgeService(folder, options);
      const teacher = openTeacher({ folder, service, now: () => new Date(), wait: setTimeout, pause });
      return { id, previewed: await teacher.preview(lesson) };
    } catch (error) {
      return { id, failed: String(error) };
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (asked: PreviewAsked) => {
    last = last.then(async () => port.postMessage(await answer(asked)));
  });
}

if (parentPort) run(parentPort, workerData as PreviewPlace);
