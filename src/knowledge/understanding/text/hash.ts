/** FNV-1a over UTF-16 code units, 32 bits. `seed` keeps kinds of features apart. */
export function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash);
}

/** The hash of an ordered pair. */
export function hashPair(a: number, b: number, seed: number): number {
  return finish(Math.imul(a ^ seed, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b));
}

/** Spreads the bits (the finaliser of MurmurHash3), never 0, which marks an empty place in a table. */
export function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h === 0 ? 1 : h | 0;
}
