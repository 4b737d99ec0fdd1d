/** place → number turned into number → place, for numbers below `count`. */
export function ranksOf(numbers: readonly number[], count: number): Int32Array {
  const ranks = new Int32Array(count);
  for (const [place, number] of numbers.entries()) ranks[number] = place;
  return ranks;
}
