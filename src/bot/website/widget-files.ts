import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sendable, sendable } from './send-response.js';
import { WEBCHAT_SCRIPT, WEBCHAT_START } from './webchat-page.js';

const SCRIPT = 'text/javascript; charset=utf-8';
/** What the build of the widget makes, by the address that it has here. */
const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/widget.js': { file: 'widget.js', type: SCRIPT },
  '/widget/chat.js': { file: 'chat.js', type: SCRIPT },
  '/widget/cards.js': { file: 'cards.js', type: SCRIPT },
  '/widget/chat.css': { file: 'chat.css', type: 'text/css; charset=utf-8' },
  '/widget/operate.js': { file: 'operate.js', type: SCRIPT },
  '/widget/operate.css': { file: 'operate.css', type: 'text/css; charset=utf-8' },
  '/widget/licences.txt': { file: 'licences.txt', type: 'text/plain; charset=utf-8' },
};
/** The build has compressed its files with brotli's best; Web Chat's four megabytes would take seconds. */
const [BEST, QUICK] = [11, 5];

/** The files of the widget, by their paths. */
export interface WidgetFiles {
  find(path: string): Promise<Sendable | undefined>;
  /** Where a file of this build, and of no other, is found: a browser may keep what comes from there for good. */
  address(path: string): Promise<string>;
}

/** The version in an address: the tag without its quotation marks. */
export const versionOf = ({ tag }: Sendable): string => tag.slice(1, -1);

/**
 * The built widget, read when it is asked for and again after another build.
 * @param webChat the bundle of Microsoft's Web Chat, where a team has one
 */
export function widgetFiles(folder: string, webChat?: string): WidgetFiles {
  const kept = new Map<string, { readonly at: number; readonly file: Promise<Sendable> }>();
  const read = async (place: string, type: string, quality: number) => {
    const packed = await readFile(`${place}.br`).catch(() => undefined);
    return sendable(type, await readFile(place), quality, packed);
  };
  const find: WidgetFiles['find'] = async (path) => {
    if (path === '/widget/webchat-start.js') return WEBCHAT_START;
    const known = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
    const place = known ? join(folder, known.file) : path === WEBCHAT_SCRIPT ? webChat : undefined;
    if (place === undefined) return undefined;
    const at = await stat(place).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (at === undefined) return undefined;
    const before = kept.get(path);
    if (before?.at === at) return before.file;
    // Kept before it is read: many who ask at the same moment have it read, hashed and packed once.
    const file = read(place, known?.type ?? SCRIPT, known ? BEST : QUICK);
    kept.set(path, { at, file });
    file.catch(() => kept.delete(path));
    return file;
  };
  return {
    find,
    async address(path) {
      const file = await find(path);
      return file ? `${path}?v=${versionOf(file)}` : path;
    },
  };
}
