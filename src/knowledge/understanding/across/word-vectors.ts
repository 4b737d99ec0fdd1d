import type { Language } from '../intent.js';

/** A word's place in a space that languages share: words that translate each other lie in the same direction. */
export interface WordVector {
  /** Of length 1. */
  readonly direction: Float32Array;
  /** How rare the word is in its language: its idf in what the vectors were made from. */
  readonly rarity: number;
}

/** Words of several languages in one space. */
export interface WordVectors {
  readonly dimensions: number;
  readonly languages: readonly Language[];
  /** The stems of a language. */
  stems(language: Language): readonly string[];
  find(language: Language, stem: string): WordVector | undefined;
}

/**
 * Opens what `npm run vectors` makes.
 * @param table a line a word: language, stem and rarity, with tabs between them
 * @param numbers its rows: as many signed bytes for each line of the table, a multiple of four
 * @throws when the two do not fit
 */
export function openWordVectors(table: string, numbers: Int8Array): WordVectors {
  const lines = table.trimEnd().split('\n');
  const dimensions = numbers.length / lines.length;
  if (dimensions === 0 || dimensions % 4 !== 0)
    throw new Error(`The word vectors do not fit their table: ${numbers.length} numbers for ${lines.length} words.`);
  const places = new Map<Language, Map<string, { readonly row: number; readonly rarity: number }>>();
  for (const [row, line] of lines.entries()) {
    const [language = '', stem = '', rarity] = line.split('\t');
    const words = places.get(language) ?? new Map();
    places.set(language, words.set(stem, { row, rarity: Number(rarity) }));
  }
  return {
    dimensions,
    languages: [...places.keys()].sort(),
    stems: (language) => [...(places.get(language.slice(0, 2))?.keys() ?? [])],
    find: (language, stem) => {
      const place = places.get(language.slice(0, 2))?.get(stem);
      if (!place) return undefined;
      const direction = Float32Array.from(numbers.subarray(place.row * dimensions, (place.row + 1) * dimensions));
      return scaledToOne(direction) ? { direction, rarity: place.rarity } : undefined;
    },
  };
}

/** Scales a vector to length 1 where it stands; false when it has none. */
export function scaledToOne(vector: Float32Array): boolean {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return false;
  const factor = 1 / Math.sqrt(squares);
  for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) * factor;
  return true;
}
