/** @param share 0.99 for p99. @returns 0 when there are none */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** `p50 12, p95 30, p99 51 ms` */
export const percentiles = (values) =>
  `${[0.5, 0.95, 0.99].map((share) => `p${share * 100} ${percentile(values, share).toFixed(0)}`).join(', ')} ms`;
