/** At most so many of a list, evenly chosen. */
export function spread<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / Math.max(1, most));
  const places = new Set(Array.from({ length: Math.floor(list.length / step) }, (_, i) => Math.floor(i * step)));
  return list.filter((_, i) => places.has(i));
}
