/** A longer copy of an array of numbers: at least twice as long. */
export function grown(old: Int32Array, length: number): Int32Array {
  const wider = new Int32Array(Math.max(length, old.length * 2, 256));
  wider.set(old);
  return wider;
}

/** The same for bytes. */
export function grownBytes(old: Uint8Array, length: number): Uint8Array {
  const wider = new Uint8Array(Math.max(length, 256));
  wider.set(old);
  return wider;
}
