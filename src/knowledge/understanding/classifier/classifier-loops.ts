import type { SparseRows } from './sparse-rows.js';

/** Value of the constant feature. */
const BIAS = 0.3;

/** The margins of some classes, `active[held … held + pulled]`: four at a time, the first one again where there are fewer. */
export function addSomeMargins(
  ids: Int32Array,
  values: Float32Array,
  from: number,
  to: number,
  weights: Float32Array,
  margins: Float64Array,
  classes: number,
  active: Uint16Array,
  held: number,
  pulled: number,
): void {
  const bias = weights.length - classes;
  const end = held + pulled;
  for (let at = held; at < end; at += 4) {
    const k = active[at] ?? 0;
    const l = at + 1 < end ? (active[at + 1] ?? 0) : k;
    const m = at + 2 < end ? (active[at + 2] ?? 0) : k;
    const n = at + 3 < end ? (active[at + 3] ?? 0) : k;
    let first = BIAS * (weights[bias + k] ?? 0);
    let second = BIAS * (weights[bias + l] ?? 0);
    let third = BIAS * (weights[bias + m] ?? 0);
    let fourth = BIAS * (weights[bias + n] ?? 0);
    for (let i = from; i < to; i++) {
      const row = (ids[i] ?? 0) * classes;
      const value = values[i] ?? 0;
      first += value * (weights[row + k] ?? 0);
      second += value * (weights[row + l] ?? 0);
      third += value * (weights[row + m] ?? 0);
      fourth += value * (weights[row + n] ?? 0);
    }
    margins[k] = first;
    margins[l] = second;
    margins[m] = third;
    margins[n] = fourth;
  }
}

/** The margins of all classes, a multiple of four: four at a time, so that their sums stay in registers. */
export function addMargins(
  ids: Int32Array,
  values: Float32Array,
  from: number,
  to: number,
  weights: Float32Array,
  margins: Float64Array,
  classes: number,
): void {
  const bias = weights.length - classes;
  for (let k = 0; k < classes; k += 4) {
    let first = BIAS * (weights[bias + k] ?? 0);
    let second = BIAS * (weights[bias + k + 1] ?? 0);
    let third = BIAS * (weights[bias + k + 2] ?? 0);
    let fourth = BIAS * (weights[bias + k + 3] ?? 0);
    for (let i = from; i < to; i++) {
      const place = (ids[i] ?? 0) * classes + k;
      const value = values[i] ?? 0;
      first += value * (weights[place] ?? 0);
      second += value * (weights[place + 1] ?? 0);
      third += value * (weights[place + 2] ?? 0);
      fourth += value * (weights[place + 3] ?? 0);
    }
    margins[k] = first;
    margins[k + 1] = second;
    margins[k + 2] = third;
    margins[k + 3] = fourth;
  }
}

/**
 * Moves the weights of the classes in `moved` (the first `count` of them) by `steps` along one row, ids and values
 * [from, to). `weights` holds a row of classes for each feature, the biases last.
 */
export function addSteps(
  ids: Int32Array,
  values: Float32Array,
  from: number,
  to: number,
  weights: Float32Array,
  steps: Float64Array,
  moved: Int32Array,
  count: number,
  classes: number,
): void {
  const bias = weights.length - classes;
  for (let m = 0; m < count; m++) {
    const k = moved[m] ?? 0;
    weights[bias + k] = (weights[bias + k] ?? 0) + BIAS * (steps[k] ?? 0);
  }
  for (let i = from; i < to; i++) {
    const row = (ids[i] ?? 0) * classes;
    const value = values[i] ?? 0;
    for (let m = 0; m < count; m++) {
      const k = moved[m] ?? 0;
      weights[row + k] = (weights[row + k] ?? 0) + value * (steps[k] ?? 0);
    }
  }
}

/** Squared length of each of the first `lines` rows, the bias among it: Q_ii of Hsieh et al. 2008, algorithm 1. */
export function squaresOf({ starts, values }: SparseRows, lines: number): Float32Array {
  const squares = new Float32Array(lines);
  for (let line = 0; line < lines; line++) {
    let sum = BIAS * BIAS;
    for (let i = starts[line] ?? 0; i < (starts[line + 1] ?? 0); i++) sum += (values[i] ?? 0) ** 2;
    squares[line] = sum;
  }
  return squares;
}
