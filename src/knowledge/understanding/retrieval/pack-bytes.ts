/** Numbers that a saved index is made of. */
export type Numbers = Int32Array | Float32Array | Uint8Array;

/** What is packed: a head, and arrays of numbers by name. */
export interface Packed {
  /** Anything that JSON can hold. */
  readonly head: unknown;
  readonly arrays: Readonly<Record<string, Numbers>>;
}

const MAGIC = 0x50534c31;

/**
 * One array of bytes: magic number, length of the head, the head as JSON (with each array's name, type and length),
 * then the arrays, each on a multiple of four bytes. Little-endian, as all machines are that run Node.
 */
export function packBytes({ head, arrays }: Packed): Uint8Array {
  const names = Object.entries(arrays).map(([name, numbers]) => ({
    name,
    type: typeOf(numbers),
    length: numbers.length,
  }));
  const json = new TextEncoder().encode(JSON.stringify({ head, names }));
  const size =
    8 + even(json.length) + Object.values(arrays).reduce((sum, numbers) => sum + even(numbers.byteLength), 0);
  const bytes = new Uint8Array(size);
  new Uint32Array(bytes.buffer, 0, 2).set([MAGIC, json.length]);
  bytes.set(json, 8);
  let at = 8 + even(json.length);
  for (const numbers of Object.values(arrays)) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
    at += even(numbers.byteLength);
  }
  return bytes;
}

/** @throws when the bytes are not those of packBytes */
export function unpackBytes(bytes: Uint8Array): Packed {
  const buffer = bytes.slice().buffer;
  const [magic, length = 0] = buffer.byteLength < 8 ? [] : new Uint32Array(buffer, 0, 2);
  if (magic !== MAGIC || length > buffer.byteLength)
    throw new Error('These bytes are not a saved index. Build it again with openIndex.');
  const { head, names }: { head: unknown; names: { name: string; type: string; length: number }[] } = JSON.parse(
    new TextDecoder().decode(new Uint8Array(buffer, 8, length)),
  );
  const arrays: Record<string, Numbers> = {};
  let at = 8 + even(length);
  for (const { name, type, length: count } of names) {
    const numbers =
      type === 'i'
        ? new Int32Array(buffer, at, count)
        : type === 'f'
          ? new Float32Array(buffer, at, count)
          : new Uint8Array(buffer, at, count);
    arrays[name] = numbers;
    at += even(numbers.byteLength);
  }
  return { head, arrays };
}

function typeOf(numbers: Numbers): string {
  return numbers instanceof Int32Array ? 'i' : numbers instanceof Float32Array ? 'f' : 'u';
}

function even(length: number): number {
  return Math.ceil(length / 4) * 4;
}
