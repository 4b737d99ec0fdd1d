import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sendable, sendable } from './send.js';

const SCRIPT = 'text/javascript; charset=utf-8';
/** What the build of the widget makes, by the address that it has here. */
const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/widget.js': { file: 'widget.js', type: SCRIPT },
  '/widget/chat.js': { file: 'chat.js', type: SCRIPT },
  '/widget/cards.js': { file: 'cards.js', type: SCRIPT },
  '/widget/chat.css': { file: 'chat.css', type: 'text/css; charset=utf-8' },
};
/** Brotli's best: each file is compressed once per build. */
const QUALITY = 11;

/** The built widget, read when it is asked for and again after another build. */
export function widgetFiles(folder: string): (path: string) => Promise<Sendable | undefined> {
  const kept = new Map<string, { readonly at: number; readonly file: Sendable }>();
  return async (path) => {
    const known = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
    if (!known) return undefined;
    const place = join(folder, known.file);
    const at = await stat(place).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (at === undefined) return undefined;
    const before = kept.get(path);
    if (before?.at === at) return before.file;
    const file = sendable(known.type, await readFile(place), QUALITY);
    kept.set(path, { at, file });
    return file;
  };
}
