/** The best of many values, without sorting them all. */
export interface Best {
  offer(document: number, value: number): void;
  /** Best first; of equal values the one of the lower rank. */
  list(): readonly { readonly document: number; readonly value: number }[];
}

/** Keeps the `limit` highest values; `rank` orders equal ones. */
export function keepBest(limit: number, rank: (document: number) => number): Best {
  const documents: number[] = [];
  const values: number[] = [];
  return {
    offer: (document, value) => {
      let place = values.length;
      // From the worst up: hardly any of many values gets far.
      while (place > 0) {
        const other = values[place - 1] ?? 0;
        if (other > value || (other === value && rank(documents[place - 1] ?? 0) <= rank(document))) break;
        place--;
      }
      if (place >= limit) return;
      for (let i = Math.min(values.length, limit - 1); i > place; i--) {
        values[i] = values[i - 1] ?? 0;
        documents[i] = documents[i - 1] ?? 0;
      }
      values[place] = value;
      documents[place] = document;
    },
    list: () => documents.map((document, i) => ({ document, value: values[i] ?? 0 })),
  };
}
