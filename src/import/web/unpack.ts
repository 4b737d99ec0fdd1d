import { brotliDecompress, gunzip, type InputType, inflate, inflateRaw } from 'node:zlib';

type Unpack = (
  packed: InputType,
  options: { readonly maxOutputLength: number },
  done: (error: Error | null, bytes: Buffer) => void,
) => void;

const WAYS: Readonly<Record<string, readonly Unpack[]>> = {
  gzip: [gunzip],
  'x-gzip': [gunzip],
  // Some servers mean the bare stream by it.
  deflate: [inflate, inflateRaw],
  br: [brotliDecompress],
};
/** Nobody packs an answer more often. */
const MOST_LAYERS = 2;

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** Packed in a way that is not known, or broken. */
  | { readonly kind: 'unreadable' };

/**
 * Unpacks the body of an answer that came packed although nobody asked for it, or a file that is packed itself.
 * @param encodings of the `content-encoding` header
 * @param largest bytes, unpacked: unpacking stops there
 */
export async function unpack(body: Buffer, encodings: string, largest: number): Promise<Unpacked> {
  const layers = encodings
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity');
  if (layers.length > MOST_LAYERS) return { kind: 'unreadable' };
  let bytes = body;
  for (const layer of layers.reverse()) {
    const unpacked = await first(WAYS[layer] ?? [], bytes, largest);
    if (unpacked.kind !== 'unpacked') return unpacked;
    bytes = unpacked.bytes;
  }
  return isGzip(bytes) ? first([gunzip], bytes, largest) : { kind: 'unpacked', bytes };
}

async function first(ways: readonly Unpack[], packed: Buffer, largest: number): Promise<Unpacked> {
  for (const way of ways) {
    const unpacked = await new Promise<Unpacked>((resolve) => {
      way(packed, { maxOutputLength: largest }, (error, bytes) => {
        if (!error) resolve({ kind: 'unpacked', bytes });
        else resolve({ kind: 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable' });
      });
    });
    if (unpacked.kind !== 'unreadable') return unpacked;
  }
  return { kind: 'unreadable' };
}

/** A sitemap is often kept as `sitemap.xml.gz`. */
const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;
