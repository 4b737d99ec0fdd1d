import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openKnowledgeService } from '../../../src/bot/knowledge/knowledge-service';
import { openTeacher } from '../../../src/bot/training/open-teacher';
import { openPreviewThread } from '../../../src/bot/training/preview-thread';
import type { Lesson } from '../../../src/training/lesson';
import { writeKnowledge } from '../../knowledge/articles/write-knowledge';

const article = (title: string, question: string) =>
  `---\ntitle: ${title}\nquestions:\n  - ${question}\nupdated: 2026-11-22\n---\nHold it.\n`;
const lesson: Lesson = { kind: 'asking', intent: 'router', language: 'en', question: 'my box is on strike' };
/** Nobody waits so long in a test. */
const never = (_: number, signal: AbortSignal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

let folder: string;
let remove: () => void;
let thread: ReturnType<typeof openPreviewThread>;
beforeEach(() => {
  ({ folder, remove } = writeKnowledge({
    'en/articles/router.md': article('Reset the router', 'how do I reset the router'),
    'en/articles/bill.md': article('Read the bill', 'explain the bill'),
  }));
  thread = openPreviewThread({ folder, options: {} }, never);
});
afterEach(async () => {
  await thread.close();
  remove();
});

describe('a preview in a thread of its own', () => {
  it('shows what it would show here, upon the files as they are, while customers are answered', async () => {
    const service = await openKnowledgeService(folder);
    const pause = async () => undefined;
    const here = openTeacher({ folder, service, now: () => new Date(), wait: pause, pause });
    const events: string[] = [];
    const shown = thread.preview(lesson).finally(() => events.push('previewed'));
    for (let n = 0; n < 3; n++) {
      const verdict = service.understanding.verdict('how do I reset the router', 'en');
      events.push(verdict.kind === 'answer' ? verdict.intent : verdict.kind);
      await setImmediate();
    }
    expect(await shown).toEqual(await here.preview(lesson));
    expect(events).toEqual(['router', 'router', 'router', 'previewed']);

    writeFileSync(join(folder, 'en/articles/router.md'), article('Reset the router', 'my box is on strike'));
    await service.reload(pause);
    const known = await thread.preview(lesson);
    expect(known).toEqual(await here.preview(lesson));
    expect(known.kind === 'preview' && known.taught[0]?.before.got).toBe('router');
  });

  it('fails with its reason when there is nothing to learn, and the next one is made again', async () => {
    renameSync(join(folder, 'en'), join(folder, 'away'));
    await expect(thread.preview(lesson)).rejects.toThrow(/No article found/);
    renameSync(join(folder, 'away'), join(folder, 'en'));
    expect(await thread.preview(lesson)).toMatchObject({ kind: 'preview' });
  });

  it('is told to whoever waits when the server stops', async () => {
    const shown = thread.preview(lesson);
    await Promise.all([expect(shown).rejects.toThrow(/closed/), thread.close()]);
  });
});
