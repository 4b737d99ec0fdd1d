// The conditional logit that decides (src/knowledge/understanding/decision/decision.ts): its weights found by Newton's method, and
// what is true of what they say. For fit.mjs and fit-across.mjs.
import { auroc, engine } from './knowledge-base.mjs';

const {
  ACROSS_FEATURES,
  DECISION_FEATURES,
  NOTHING_ACROSS_FEATURES,
  NOTHING_FEATURES,
  decisionFeatures,
  nothingFeatures,
  decide,
} = engine('decision/decision');

/** Where weights stand: those across languages behind the others. */
export const FEATURES = [...DECISION_FEATURES, ...ACROSS_FEATURES];
export const OF_NOTHING = [...NOTHING_FEATURES, ...NOTHING_ACROSS_FEATURES];
export const width = FEATURES.length;
/** What it costs a kind to weigh a view otherwise than all kinds together do. */
export const LOYALTY = 1e-2;
export const KINDS = ['article', 'check', 'command', 'outside'];
/** Weights by kind, one kind after the other; those of "nothing" last. */
export const BY_KIND = { article: 0, check: width, command: 2 * width, outside: 3 * width, nothing: 4 * width };
/** The same weights for every kind. */
export const ALIKE = { article: 0, check: 0, command: 0, outside: 0, nothing: width };
export const places = (names, list, shift) => names.map((name) => shift + list.indexOf(name));
export const ofIntents = (...names) => places(names, DECISION_FEATURES, 0);
export const ofNothing = (...names) => places(names, NOTHING_FEATURES, width);
export const none = (shifts) => new Array(shifts.nothing + OF_NOTHING.length).fill(0);
/** The weights by kind; `across`: with those across languages, that other knowledge bases have no use for. */
export const apart = (weights, shifts, { across = false } = {}) =>
  Object.fromEntries(
    [...KINDS, 'nothing'].map((kind) => [
      kind,
      weights
        .slice(shifts[kind])
        .slice(
          0,
          (kind === 'nothing' ? (across ? OF_NOTHING : NOTHING_FEATURES) : across ? FEATURES : DECISION_FEATURES)
            .length,
        )
        .map((weight) => Number(weight.toFixed(3))),
    ]),
  );

export function describe(name, cases, weights) {
  let right = 0;
  let inside = 0;
  const [good, bad] = [[], []];
  const bins = Array.from({ length: 10 }, () => [0, 0, 0]);
  for (const entry of cases) {
    const p = decide(entry.evidence, entry.utterance, weights);
    const candidates = entry.evidence
      .map(({ kind }, i) => ({ i, kind, p: p[i] }))
      .filter(({ kind }) => kind !== 'outside');
    const best = candidates.reduce((a, b) => (b.p > a.p ? b : a), { p: 0, i: -1 });
    const scope = candidates.reduce((sum, entry) => sum + entry.p, 0);
    if (entry.outside) bad.push(best.kind === 'command' ? 0 : scope);
    else {
      inside++;
      if (entry.right.includes(best.i)) right++;
      good.push(scope);
    }
    const bin = bins[Math.min(9, Math.floor(best.p * 10))];
    bin[0]++;
    bin[1] += best.p;
    if (!entry.outside && entry.right.includes(best.i)) bin[2]++;
  }
  console.log(
    `${name}: ${cases.length} lines, hit@1 ${((100 * right) / inside).toFixed(1)} %, AUROC ${auroc(good, bad).toFixed(3)}`,
  );
  console.log(
    `  reliability (said → was): ${bins
      .filter(([n]) => n > 20)
      .map(([n, p, r]) => `${(p / n).toFixed(2)}→${(r / n).toFixed(2)}`)
      .join('  ')}`,
  );
  return { good, bad };
}

/** What the weights are multiplied with: `shift` is where the weights of this kind begin. */
function vectorsOf({ evidence, utterance }, shifts) {
  const vectorOf = (values, shift) => values.flatMap((value, i) => (value === 0 ? [] : [{ at: shift + i, value }]));
  return [
    ...evidence.map((entry) => vectorOf(decisionFeatures(entry, utterance), shifts[entry.kind])),
    vectorOf(nothingFeatures(evidence, utterance), shifts.nothing),
  ];
}

/** Newton's method on the penalised likelihood of the conditional logit. `free` are the weights to fit. */
export function fitWeights(cases, start, free, shifts, penalty = 1e-3) {
  const place = new Int32Array(start.length).fill(-1);
  for (const [a, i] of free.entries()) place[i] = a;
  const n = free.length;
  const sparse = cases.map((entry) => ({
    vectors: vectorsOf(entry, shifts),
    right: new Set(entry.right),
    weight: entry.weight ?? 1,
  }));
  const likelihood = (at) => {
    let sum = 0;
    for (const { vectors, right, weight } of sparse) {
      const utilities = vectors.map((vector) => vector.reduce((u, { at: i, value }) => u + value * at[i], 0));
      const highest = Math.max(...utilities);
      let [mass, all] = [0, 0];
      for (const [i, utility] of utilities.entries()) {
        const p = Math.exp(utility - highest);
        all += p;
        if (right.has(i)) mass += p;
      }
      sum += weight * Math.log(Math.max(mass / all, 1e-12));
    }
    return sum - (penalty * cases.length * free.reduce((d, i) => d + (at[i] - start[i]) ** 2, 0)) / 2;
  };
  let weights = [...start];
  for (let step = 0; step < 15; step++) {
    const gradient = new Float64Array(n);
    const hessian = Array.from({ length: n }, () => new Float64Array(n));
    for (const { vectors, right, weight } of sparse) {
      const utilities = vectors.map((vector) => vector.reduce((sum, { at, value }) => sum + value * weights[at], 0));
      const highest = Math.max(...utilities);
      const p = utilities.map((u) => Math.exp(u - highest));
      const all = p.reduce((a, b) => a + b);
      let mass = 0;
      for (const i of right) mass += p[i];
      const mean = new Float64Array(n);
      for (const [i, vector] of vectors.entries()) {
        const share = p[i] / all;
        const target = right.has(i) ? p[i] / mass : 0;
        if (share < 1e-6 && target === 0) continue;
        for (const { at, value } of vector) {
          const a = place[at];
          if (a < 0) continue;
          mean[a] += share * value;
          gradient[a] += weight * target * value;
          for (const other of vector) {
            const b = place[other.at];
            if (b >= 0 && b <= a) hessian[a][b] += weight * share * value * other.value;
          }
        }
      }
      for (let a = 0; a < n; a++) {
        if (mean[a] === 0) continue;
        gradient[a] -= weight * mean[a];
        for (let b = 0; b <= a; b++) hessian[a][b] -= weight * mean[a] * mean[b];
      }
    }
    for (let a = 0; a < n; a++) {
      gradient[a] -= penalty * cases.length * (weights[free[a]] - start[free[a]]);
      hessian[a][a] += penalty * cases.length;
      for (let b = 0; b < a; b++) hessian[b][a] = hessian[a][b];
    }
    const move = solve(hessian, gradient);
    // Several answers may be right, so that the likelihood has no single summit: a step that leads down is shortened.
    const before = likelihood(weights);
    let next = weights;
    for (let length = 1; length > 0.01; length /= 2) {
      next = [...weights];
      for (const [a, i] of free.entries()) next[i] += length * Math.max(-1.5, Math.min(1.5, move[a]));
      if (likelihood(next) >= before) break;
    }
    weights = next;
    if (Math.max(...move.map(Math.abs)) < 1e-4) break;
  }
  return weights;
}

/** Solves a system of linear equations by Gauss's elimination. */
export function solve(matrix, vector) {
  const n = vector.length;
  const rows = matrix.map((row, i) => [...row, vector[i]]);
  for (let i = 0; i < n; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, k) => (Math.abs(row[i]) > Math.abs(rows[best][i]) ? i + k : best), i);
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let k = i + 1; k < n; k++) {
      const factor = rows[k][i] / rows[i][i];
      for (let j = i; j <= n; j++) rows[k][j] -= factor * rows[i][j];
    }
  }
  const x = new Array(n).fill(0);
  for (let i = n - 1; i >= 0; i--)
    x[i] = (rows[i][n] - rows[i].slice(i + 1, n).reduce((sum, v, j) => sum + v * x[i + 1 + j], 0)) / rows[i][i];
  return x;
}
