import { addMargins, addSomeMargins, addSteps, squaresOf } from './classifier-loops.js';
import type { SparseRows, SparseVector } from './sparse-rows.js';

/** A linear classifier, one against the rest: margins in (-∞, ∞), about ±1 for what it is sure of. */
export interface Classifier {
  /** A multiple of four; the last ones may be unused. */
  readonly classes: number;
  /** Weights, the classes of one feature next to each other; the last row is the bias. */
  readonly weights: Float32Array;
}

/** What a classifier is trained on. */
export interface Training {
  readonly rows: SparseRows;
  readonly labels: ArrayLike<number>;
  readonly classes: number;
  /** For each label, which classes it belongs to (an intent, its topic, its kind); by default the one of its number. */
  readonly positive?: readonly (readonly boolean[])[];
  readonly features: number;
  /** C of the SVM: what an error costs against a simple rule. */
  readonly cost: number;
  /** How much more an error on a class's own lines costs than one on all the others. */
  readonly ownCost: number;
  readonly epochs: number;
}

/**
 * Trains linear SVMs (squared hinge loss) by dual coordinate descent: Hsieh et al., "A Dual Coordinate Descent Method
 * for Large-scale Linear SVM", ICML 2008, algorithm 1. All classes are trained in one pass over the lines; a line that
 * changed nothing is skipped in the next pass.
 */
export function* trainClassifier(training: Training): Generator<void, Classifier> {
  const { labels, features, epochs } = training;
  const classes = Math.ceil(training.classes / 4) * 4;
  const weights = new Float32Array((features + 1) * classes);
  const state: State = {
    ...training,
    classes,
    weights,
    alpha: new Float32Array(labels.length * classes),
    margins: new Float64Array(classes),
    steps: new Float64Array(classes),
    moved: new Int32Array(classes),
    squares: squaresOf(training.rows, labels.length),
    active: new Uint16Array(labels.length * classes),
    actives: new Uint16Array(labels.length),
  };
  const everyClass = Uint16Array.from({ length: training.classes }, (_, k) => k);
  for (let line = 0; line < labels.length; line++) {
    const only = -1 - (labels[line] ?? 0);
    const classesOfLine = only >= 0 ? Uint16Array.of(only) : everyClass;
    state.actives[line] = classesOfLine.length;
    state.active.set(classesOfLine, line * classes);
  }
  const order = shuffle(labels.length);
  const idle = new Uint8Array(labels.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = 0; at < order.length; at++) {
      if ((at & 511) === 511) yield;
      const line = order[at] ?? 0;
      if (idle[line] === 1 && epoch < epochs - 1) idle[line] = 0;
      else if (improve(state, line) < IDLE) idle[line] = 1;
    }
  }
  return { classes, weights };
}

/** A step below it does not change a verdict. */
const SMALLEST_STEP = 1e-3;
const IDLE = 0.02;
/** A class whose margin is that clear of the border is not looked at again until the last pass. */
const CLEAR = 0.1;

interface State extends Training {
  readonly weights: Float32Array;
  readonly alpha: Float32Array;
  readonly margins: Float64Array;
  readonly steps: Float64Array;
  readonly moved: Int32Array;
  readonly squares: Float32Array;
  /** The classes that a line still pulls at: `active[line * classes …]`, `actives[line]` of them. */
  readonly active: Uint16Array;
  readonly actives: Uint16Array;
}

/** One line's step for the classes that it pulls at; returns the longest. */
function improve(state: State, line: number): number {
  const { rows, labels, classes, positive, weights, alpha, margins, steps, moved, squares, active, actives } = state;
  const from = rows.starts[line] ?? 0;
  const to = rows.starts[line + 1] ?? 0;
  const held = line * classes;
  const pulled = actives[line] ?? 0;
  if (pulled > classes / 3) addMargins(rows.ids, rows.values, from, to, weights, margins, classes);
  else addSomeMargins(rows.ids, rows.values, from, to, weights, margins, classes, active, held, pulled);
  const label = labels[line] ?? 0;
  const member = positive?.[label];
  const square = squares[line] ?? 0;
  const foreign = 1 / (2 * state.cost);
  const own = foreign / state.ownCost;
  let count = 0;
  let left = 0;
  let longest = 0;
  for (let a = 0; a < pulled; a++) {
    const k = active[held + a] ?? 0;
    const y = label >= 0 && (member ? member[k] : k === label) ? 1 : -1;
    const diagonal = y > 0 ? own : foreign;
    const before = alpha[held + k] ?? 0;
    const pull = y * (margins[k] ?? 0) - 1 + diagonal * before;
    if (before > 0 || pull < CLEAR) active[held + left++] = k;
    const after = Math.max(0, before - pull / (square + diagonal));
    const step = after - before;
    if (step > -SMALLEST_STEP && step < SMALLEST_STEP) continue;
    alpha[held + k] = after;
    steps[k] = step * y;
    moved[count++] = k;
    longest = Math.max(longest, Math.abs(step));
  }
  actives[line] = left;
  if (count > 0) addSteps(rows.ids, rows.values, from, to, weights, steps, moved, count, classes);
  return longest;
}

/** The margins of a vector, one per class. */
export function marginsOf({ classes, weights }: Classifier, { ids, values }: SparseVector): Float64Array {
  const margins = new Float64Array(classes);
  addMargins(ids, values, 0, ids.length, weights, margins, classes);
  return margins;
}

/** The same order every time (Fisher-Yates over a linear congruential generator, Numerical Recipes' constants). */
function shuffle(length: number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  let seed = 12345;
  for (let i = length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((seed / 4294967296) * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return order;
}
