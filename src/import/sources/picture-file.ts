import { existsSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { decodeAddress } from '../decode-address.js';

/** Where generators keep what pages show. */
const SHELVES = ['', 'static', 'public', 'docs/public', 'docs', 'src', 'assets', 'content', 'source'];

/**
 * The file that the address of a picture means, when it is there.
 * @param file the page that shows it, below `root`
 */
export function pictureFile(root: string, file: string, address: string): string | undefined {
  const path = decodeAddress(address.replace(/[?#].*$/, ''))
    .replace(/^@site\//, '/')
    .replace(/^~\//, '/');
  if (!/[^/\\]\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(path)) return undefined;
  const places = path.startsWith('/')
    ? SHELVES.map((shelf) => join(root, shelf, path))
    : [join(root, posix.dirname(file), path), ...SHELVES.map((shelf) => join(root, shelf, path))];
  // What a page may show stands in its folder: `../../../etc/passwd.png` is none.
  return places.find((place) => !relative(root, place).startsWith('..') && existsSync(place));
}
