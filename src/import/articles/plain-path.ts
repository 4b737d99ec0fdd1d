import { decodeAddress } from '../decode-address.js';

/** Addresses of the same page are the same: `/a/b.md`, `/a/b/`, `/a/b/index.html`, `/01-a/b`. */
export function plainPath(path: string): string {
  const plain = decodeAddress(path)
    .toLowerCase()
    .replace(/\.(?:mdx?|markdown|x?html?)$/, '')
    .replace(/\/_?(?:index|readme)$/, '')
    .replace(/\/\d{1,3}[-_.]+(?=[^/\d])/g, '/')
    .replace(/\/+$/, '');
  return plain.startsWith('/') ? plain : `/${plain}`;
}
