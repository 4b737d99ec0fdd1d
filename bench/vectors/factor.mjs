// The largest singular vectors of a sparse matrix, by subspace iteration from a random start (Halko, Martinsson & Tropp,
// "Finding structure with randomness", SIAM Review 2011, algorithm 4.4). The same seed gives the same vectors.
import { EVD, Matrix } from 'ml-matrix';
import { seeded } from '../understanding/knowledge-base.mjs';

/** Directions that are followed besides those that are wanted, so that the last of those converge. */
const SPARE = 20;
const ITERATIONS = 4;

/**
 * @param matrix rows as lists of columns and values: `{ rows, columns, starts, ids, values }`
 * @returns `{ vectors, lengths }`: right singular vectors, `rank` numbers a column of the matrix, and singular values, largest first
 */
export function factor(matrix, rank, seed = 20) {
  const width = rank + SPARE;
  const random = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let basis = Float64Array.from({ length: matrix.columns * width }, normal);
  for (let i = 0; i < ITERATIONS; i++)
    basis = orthonormal(timesTransposed(matrix, times(matrix, basis, width), width), width);
  const { directions, squares } = axesOf(times(matrix, basis, width), width);
  const turned = turn(basis, directions, width);
  const vectors = new Float64Array(matrix.columns * rank);
  for (let column = 0; column < matrix.columns; column++)
    for (let k = 0; k < rank; k++) vectors[column * rank + k] = turned[column * width + k];
  return { vectors, lengths: squares.slice(0, rank).map(Math.sqrt) };
}

/** A · X */
function times({ rows, starts, ids, values }, x, width) {
  const product = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++)
    for (let at = starts[row]; at < starts[row + 1]; at++)
      addTo(product, row * width, x, ids[at] * width, values[at], width);
  return product;
}

/** Aᵀ · X */
function timesTransposed({ rows, columns, starts, ids, values }, x, width) {
  const product = new Float64Array(columns * width);
  for (let row = 0; row < rows; row++)
    for (let at = starts[row]; at < starts[row + 1]; at++)
      addTo(product, ids[at] * width, x, row * width, values[at], width);
  return product;
}

function addTo(to, at, from, start, factor, width) {
  for (let k = 0; k < width; k++) to[at + k] += factor * from[start + k];
}

/** The same space, with columns of length 1 at right angles. */
function orthonormal(x, width) {
  const { directions, squares } = axesOf(x, width);
  return turn(x, directions, width, (k) => 1 / Math.sqrt(Math.max(squares[k], 1e-12)));
}

/** The axes of Xᵀ · X, longest first, as columns, and the squares of their lengths. */
function axesOf(x, width) {
  const gram = Matrix.zeros(width, width);
  for (let row = 0; row < x.length; row += width)
    for (let i = 0; i < width; i++) {
      const value = x[row + i];
      if (value !== 0) for (let j = i; j < width; j++) gram.data[i][j] += value * x[row + j];
    }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) gram.data[i][j] = gram.data[j][i];
  const { realEigenvalues, eigenvectorMatrix } = new EVD(gram, { assumeSymmetric: true });
  const order = realEigenvalues.map((_, k) => k).sort((a, b) => realEigenvalues[b] - realEigenvalues[a]);
  return {
    squares: order.map((k) => Math.max(0, realEigenvalues[k])),
    directions: order.map((k) => eigenvectorMatrix.getColumn(k)),
  };
}

/** X · directions, each scaled. */
function turn(x, directions, width, scale = () => 1) {
  const turned = new Float64Array(x.length);
  const scales = directions.map((_, k) => scale(k));
  for (let row = 0; row < x.length; row += width)
    for (let k = 0; k < width; k++) {
      const direction = directions[k];
      let sum = 0;
      for (let i = 0; i < width; i++) sum += x[row + i] * direction[i];
      turned[row + k] = sum * scales[k];
    }
  return turned;
}
