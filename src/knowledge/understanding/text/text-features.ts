import { settings } from '../settings.js';
import type { Found, PhraseFinder } from './concepts.js';
import type { FamilyFinder } from './find-families.js';
import { hashPair, hashText } from './hash.js';
import type { Lexicon, WordEntry } from './lexicon.js';

/** Where a feature belongs: 0 words, 1 concepts, 2 n-grams; each block is normalised for itself, so that many n-grams do not drown a few words. */
export type Block = 0 | 1 | 2;

/** Receives the features of a line, one call per occurrence. */
export interface FeatureSink {
  feature(key: number, block: Block): void;
  /** The character n-grams of a word. */
  grams(entry: WordEntry): void;
}

/** How one language's texts become features. */
export interface FeatureMaker {
  readonly lexicon: Lexicon;
  readonly concepts: PhraseFinder;
  readonly forms: PhraseFinder;
  /** What is wanted done. */
  readonly actions: PhraseFinder;
  /** Words that may stand for one another. */
  readonly families: FamilyFinder;
}

const BIGRAM = 0x55;
const PAIR = 0x66;
const START = hashText('^', 0x77);
const QUESTION = hashText('?', 0x77);
const PRODUCT: Readonly<Record<'other' | 'origin', number>> = {
  other: hashText('other-product', 0x77),
  origin: hashText('origin', 0x77),
};

/** A piece of text as the features see it. The name of another product counts as such, not by its letters. */
export interface FeatureText {
  readonly words: readonly string[];
  readonly question: boolean;
  /** Whether a word names another product, and in which role. */
  readonly product?: (index: number) => 'other' | 'origin' | undefined;
}

/** Tells `sink` every feature of a line, and returns the concepts found. */
export function textFeatures(
  { lexicon, concepts, forms }: FeatureMaker,
  { words, question, product }: FeatureText,
  sink: FeatureSink,
): Found[] {
  const entries = words.map((word) => lexicon.entry(word));
  const known = entries.map(({ word }) => word);
  const stems = entries.map(({ stem }) => stem);
  let before = START;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    if (!entry) break;
    const role = product?.(i);
    if (role !== undefined) {
      before = PRODUCT[role];
      sink.feature(before, 1);
      continue;
    }
    sink.feature(entry.wordKey, 0);
    sink.feature(hashPair(before, entry.stemKey, BIGRAM), 0);
    before = entry.stemKey;
    sink.grams(entry);
  }
  if (question) sink.feature(QUESTION, 1);

  const found = concepts(known, stems);
  const units = unitsOf(entries, found, forms(known, stems));
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (!unit) break;
    sink.feature(unit.key, 1);
    for (let j = i + 1; j < units.length; j++) {
      const next = units[j];
      if (!next || next.from - unit.to > settings.pairWindow) break;
      sink.feature(unit.key < next.key ? hashPair(unit.key, next.key, PAIR) : hashPair(next.key, unit.key, PAIR), 1);
    }
  }
  return found;
}

interface Unit {
  readonly key: number;
  readonly from: number;
  readonly to: number;
}

/** Concepts, small words, and the stems of the other words that say something, in the order of the words. */
function unitsOf(entries: readonly WordEntry[], found: readonly Found[], small: readonly Found[]): readonly Unit[] {
  const units: Unit[] = [];
  let [concept, form, covered] = [0, 0, 0];
  for (let i = 0; i < entries.length; i++) {
    const here = found[concept];
    if (here?.from === i) {
      units.push(here);
      covered = here.to;
      concept++;
    }
    const little = small[form];
    if (little?.from === i) {
      units.push(little);
      form++;
    }
    const entry = entries[i];
    if (i >= covered && entry && !entry.stop) units.push({ key: entry.stemKey, from: i, to: i + 1 });
  }
  return units;
}
