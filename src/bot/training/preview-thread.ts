import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Lesson } from '../../training/lesson.js';
import type { Previewed, Teacher } from '../../training/teacher.js';
import type { KnowledgeOptions } from '../knowledge/open-knowledge.js';

/** What the thread opens. */
export interface PreviewPlace {
  readonly folder: string;
  readonly options: KnowledgeOptions;
}

/** What is asked of the thread, and what it answers. */
export interface PreviewAsked {
  readonly id: number;
  readonly lesson: Lesson;
}
export type PreviewAnswer =
  | { readonly id: number; readonly previewed: Previewed }
  | { readonly id: number; readonly failed: string };

/** A thread that nobody has asked for so long ends: an operator teaches several lessons in a row, in milliseconds. */
const LONGEST_IDLE = 10 * 60 * 1000;

/** The compiled code; the tests find it there, too. */
const CODE = join(__dirname, '..', '..', '..', 'dist', 'bot', 'training', 'preview-worker.js');

interface Asked {
  readonly resolve: (previewed: Previewed) => void;
  readonly reject: (why: Error) => void;
}

/**
 * Previews in a thread of their own, which learns a whole index for each: turns go on meanwhile. It starts with the first
 * preview and reads the folder again for each.
 * @param wait resolves after that many milliseconds; rejects when the signal is given
 */
export function openPreviewThread(
  place: PreviewPlace,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>,
): Pick<Teacher, 'preview'> & { close(): Promise<void> } {
  let worker: Worker | undefined;
  let last = 0;
  let idle = new AbortController();
  const asked = new Map<number, Asked>();

  /** Forgets the thread; whoever still waits for it hears why. */
  const giveUp = (why: Error) => {
    worker = undefined;
    for (const { reject } of asked.values()) reject(why);
    asked.clear();
  };
  const begin = (): Worker => {
    const begun = new Worker(CODE, { workerData: place });
    const failed = (why: Error) => {
      if (worker === begun) giveUp(why);
    };
    begun.on('message', (answer: PreviewAnswer) => {
      const one = asked.get(answer.id);
      asked.delete(answer.id);
      if (asked.size === 0) rest(begun);
      if ('failed' in answer) one?.reject(new Error(answer.failed));
      else one?.resolve(answer.previewed);
    });
    begun.on('error', failed);
    begun.on('exit', (code) => failed(new Error(`the thread of previews ended with ${code}`)));
    return begun;
  };
  const rest = (begun: Worker) => {
    // Nothing is waited for: it keeps no process alive.
    begun.unref();
    idle = new AbortController();
    wait(LONGEST_IDLE, idle.signal).then(close, () => {});
  };
  const close = async () => {
    idle.abort();
    const ending = worker;
    giveUp(new Error('the thread of previews was closed'));
    await ending?.terminate();
  };
  return {
    preview: (lesson) =>
      new Promise((resolve, reject) => {
        idle.abort();
        worker ??= begin();
        worker.ref();
        const id = ++last;
        asked.set(id, { resolve, reject });
        const question: PreviewAsked = { id, lesson };
        worker.postMessage(question);
      }),
    close,
  };
}
