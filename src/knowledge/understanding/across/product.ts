/** The product of a vector and a row that begins at `from`; four sums, so that none waits for the one before. */
export function product(vector: Float32Array, rows: Float32Array, from: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0, at = from; k < vector.length; k += 4, at += 4) {
    a += (vector[k] as number) * (rows[at] as number);
    b += (vector[k + 1] as number) * (rows[at + 1] as number);
    c += (vector[k + 2] as number) * (rows[at + 2] as number);
    d += (vector[k + 3] as number) * (rows[at + 3] as number);
  }
  return a + b + c + d;
}
