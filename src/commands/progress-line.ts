import { printError } from './print.js';

/** A line that is drawn over itself, while a command works. */
interface ProgressLine {
  readonly show: (doing: string, done: number, of?: number) => void;
  readonly clear: () => void;
}

/** How long its bar is, in characters. */
const LENGTH = 24;
/** Not more often than once in so many steps, when they are many. */
const EVERY = 5;

/** @param isSeen whether somebody watches: in a file or a pipe it would only be in the way */
export function progressLine(isSeen: boolean): ProgressLine {
  if (!isSeen) return { show: () => undefined, clear: () => undefined };
  return {
    show(doing, done, of) {
      if (done % EVERY !== 0 && done !== of) return;
      const filled = of ? Math.round((done / of) * LENGTH) : 0;
      const bar = of ? `[${'='.repeat(filled)}${' '.repeat(LENGTH - filled)}] ${done}/${of}` : `${done}`;
      printError({ drawn: `\r\u001b[K${doing} ${bar}` });
    },
    clear: () => printError({ drawn: '\r\u001b[K' }),
  };
}
