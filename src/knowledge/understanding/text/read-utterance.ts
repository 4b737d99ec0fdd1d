import type { Language } from '../intent.js';
import { findActions, findConcepts, findForms } from './concepts.js';
import { findFamilies } from './find-families.js';
import { createProductFinder, type Product, type ProductFinder } from './find-products.js';
import { foldText } from './fold-text.js';
import { openLexicon } from './lexicon.js';
import { capText, splitText, splitWords } from './split-text.js';
import type { FeatureMaker, FeatureText } from './text-features.js';
import type { Vocabulary } from './vocabulary.js';

/** Reads texts of any language into lines; one per index. */
export interface Reader {
  readonly products: ProductFinder;
  maker(language: Language): FeatureMaker;
  /** `respell` reads a word as another one before anything is made of it. */
  read(text: string, language: Language, respell?: (word: string) => string | undefined): ReadText;
  /** The words of a text of ours, however long; abbreviations are not looked for. */
  readBody(text: string, language: Language): readonly string[];
}

/** An utterance as it is understood: cut to what is looked at, respelled, in words and clauses. */
export interface ReadText {
  /** The part of the text that was looked at, as typed. */
  readonly typed: string;
  readonly whole: FeatureText;
  /** The clauses, when there is more than one; their words are those of `whole`. */
  readonly clauses: readonly FeatureText[];
  readonly products: readonly Product[];
  /** written → read. */
  readonly respelled: ReadonlyMap<string, string>;
}

/**
 * What is known of a language is made when it is first asked for, and kept.
 * @param vocabularies words of the trade, and products, by language
 */
export function createReader(vocabularies: Readonly<Record<Language, Vocabulary>>): Reader {
  const products = createProductFinder(vocabularies);
  const makers = new Map<Language, FeatureMaker>();
  const maker = (language: Language): FeatureMaker => {
    const held = makers.get(language);
    if (held) return held;
    const lexicon = openLexicon(language);
    const made = {
      lexicon,
      concepts: findConcepts(language, lexicon, vocabularies),
      forms: findForms(lexicon.rules.forms),
      actions: findActions(language, lexicon),
      families: findFamilies(language, lexicon),
    };
    makers.set(language, made);
    return made;
  };
  return {
    products,
    maker,
    readBody: (text, language) => {
      const { lexicon } = maker(language);
      return splitWords(text).map((word) => lexicon.entry(word).word);
    },
    read: (text, language, respell) => {
      const split = splitText(text, maker(language).lexicon.rules);
      const respelled = new Map<string, string>();
      const meant = (word: string) => {
        const near = respell?.(word);
        // A typo keeps the first letter of a brand: no passenger is a messenger.
        return near && near[0] !== word[0] && products([near]).some(({ role }) => role !== 'ours') ? undefined : near;
      };
      const { words, clauses } = respell ? respellAll(split, meant, respelled) : split;
      const found = products(words);
      const whole = lineOf(words, 0, words.length, split.question, found);
      const parts =
        clauses.length > 1 ? clauses.map(([from, to]) => lineOf(words, from, to, split.question, found)) : [];
      return { typed: capText(text), whole, clauses: parts, products: found, respelled };
    },
  };
}

function lineOf(
  words: readonly string[],
  from: number,
  to: number,
  question: boolean,
  products: readonly Product[],
): FeatureText {
  const others = products.filter(({ role }) => role !== 'ours');
  const line = { words: from === 0 && to === words.length ? words : words.slice(from, to), question };
  if (others.length === 0) return line;
  return {
    ...line,
    product: (index) => {
      const role = others.find((product) => product.from <= index + from && index + from < product.to)?.role;
      return role === 'ours' ? undefined : role;
    },
  };
}

/** Replaces words by what they mean; a replacement may be several words, so clauses move. */
function respellAll(
  { words, clauses }: { readonly words: readonly string[]; readonly clauses: readonly (readonly [number, number])[] },
  respell: (word: string) => string | undefined,
  respelled: Map<string, string>,
): { words: readonly string[]; clauses: readonly (readonly [number, number])[] } {
  const read: string[] = [];
  const places: number[] = [];
  for (const word of words) {
    places.push(read.length);
    const meant = respell(word);
    if (meant === undefined) {
      read.push(word);
      continue;
    }
    respelled.set(word, meant);
    read.push(...(foldText(meant).match(/[\p{L}\p{N}]+/gu) ?? []));
  }
  places.push(read.length);
  return { words: read, clauses: clauses.map(([from, to]) => [places[from] ?? 0, places[to] ?? 0] as const) };
}
