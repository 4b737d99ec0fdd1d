import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

/** How an answer may be packed though nobody asked for it: a proxy on the way does so. */
const UNPACK = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/**
 * The text of a body: unpacked, without a byte order mark. Null when it cannot be unpacked, or would be larger than allowed.
 * @param encoding the header Content-Encoding; gzip is also known by its first bytes
 * @param largest bytes, unpacked
 */
export async function unpackBody(
  bytes: Buffer,
  encoding: string | string[] | undefined,
  largest: number,
): Promise<string | null> {
  const named = String(encoding ?? '')
    .trim()
    .toLowerCase();
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const way = Object.entries(UNPACK).find(([name]) => name === (isGzip ? 'gzip' : named))?.[1];
  if (way === undefined) return textOf(bytes);
  try {
    return textOf(await way(bytes, { maxOutputLength: largest }));
  } catch {
    return null; // not packed in that way, cut off, or a bomb: in any case nothing to read
  }
}

/** The decoder takes a byte order mark away. */
function textOf(bytes: Buffer): string {
  return new TextDecoder('utf-8').decode(bytes);
}
