/** The best of many values, without sorting them all. */
export interface Best {
  offer(document: number, value: number): void;
  /** Best first; of equal values the one of the lower rank. */
  list(): readonly { readonly document: number; readonly value: number }[];
}

/** Keeps the `limit` highest values; `rank` orders equal ones. */
export function keepBest(limit: number, rank: (document: number) => number): Best {
  let held: { document: number; value: number }[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  const cut = () => {
    held.sort((a, b) => b.value - a.value || rank(a.document) - rank(b.document));
    held = held.slice(0, limit);
    floor = held.length < limit ? floor : (held.at(-1)?.value ?? floor);
  };
  return {
    offer: (document, value) => {
      if (value < floor) return;
      held.push({ document, value });
      if (held.length >= limit * 8) cut();
    },
    list: () => {
      cut();
      return held;
    },
  };
}
