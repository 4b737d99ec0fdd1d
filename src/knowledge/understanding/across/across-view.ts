import type { Translation } from '../corpus/page-terms.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import type { Language } from '../intent.js';
import { settings } from '../settings.js';
import { spread } from '../spread.js';
import type { FeatureText } from '../text/text-features.js';
import type { Vocabulary } from '../text/vocabulary.js';
import { product } from './product.js';
import { openTextVectors } from './text-vectors.js';
import { openTranslator, type Translator } from './translator.js';
import { scaledToOne, type WordVectors } from './word-vectors.js';

/** What is needed to answer in languages that no article is in. */
export interface AcrossOptions {
  readonly vectors: WordVectors;
  /** Languages that questions may be in, beside those of the knowledge base; only those that the vectors have count. */
  readonly languages: readonly Language[];
}

/** How questions find articles that are in other languages than theirs. */
export interface AcrossView {
  /** Languages that questions may be in, beside those of the knowledge base. */
  readonly languages: readonly Language[];
  /** Whether there are articles, and none in this language, whose words are known. */
  isForeign(language: Language): boolean;
  /** Whether a word has a meaning that languages share. */
  knows(word: string, language: Language): boolean;
  /** The stems that a word may stand for in the languages that articles are in, likeliest first. */
  translations(word: string, language: Language): readonly Translation[];
  /** How near (-1…1) a text comes to the nearest lines of each intent, in the languages that articles are in. */
  likeness(text: FeatureText, language: Language, without?: AcrossLeftOut): ReadonlyMap<string, number>;
  /** Says that the corpus has changed. */
  changed(): void;
}

/** What is left out, to see what would be believed without it. */
export interface AcrossLeftOut {
  /** Lines, by their numbers. */
  readonly isAway: (number: number) => boolean;
}

interface Lines {
  readonly numbers: readonly number[];
  /** Whose they are: each intent's stand together, [from, to). */
  readonly owners: readonly { readonly intent: string; readonly from: number; readonly to: number }[];
  /** A row each, of length 1 once the mean of all is taken off. */
  readonly rows: Float32Array;
  readonly mean: Float32Array;
}

/** Looks at a corpus across languages. What lines mean is found when it is first asked for. */
export function createAcrossView(
  corpus: TrainingCorpus,
  { vectors, languages }: AcrossOptions,
  vocabularies: Readonly<Record<Language, Vocabulary>>,
): AcrossView {
  const texts = openTextVectors(vectors, corpus.reader, vocabularies);
  const { dimensions } = texts;
  const asked = languages.filter((language) => vectors.languages.includes(language.slice(0, 2)));
  const known = new Map<number, Float32Array | undefined>();
  let lines: Lines | undefined;
  let translator: Translator | undefined;

  const vectorOf = (number: number) => {
    const held = known.get(number);
    if (held || known.has(number)) return held;
    const line = corpus.example(number);
    const made = line && texts.of(corpus.reader.read(line.text, line.language).whole, line.language);
    known.set(number, made);
    return made;
  };
  const read = (): Lines => {
    const inArticles = new Set(corpus.articleLanguages());
    const byIntent = new Map<string, number[]>();
    const all = corpus.numbers();
    for (const number of all) {
      const line = corpus.example(number);
      if (!line || line.role === 'not' || !inArticles.has(line.language)) continue;
      const held = byIntent.get(line.intent) ?? [];
      byIntent.set(line.intent, held);
      held.push(number);
    }
    const most = Math.min(settings.acrossLines, Math.floor(settings.mostAcrossLines / Math.max(1, byIntent.size)));
    const used: number[] = [];
    const owners = [...byIntent].map(([intent, numbers]) => {
      const from = used.length;
      used.push(...spread(numbers, Math.max(3, most)).filter(vectorOf));
      return { intent, from, to: used.length };
    });
    const there = new Set(all);
    for (const number of known.keys()) if (!there.has(number)) known.delete(number);
    const rows = new Float32Array(used.length * dimensions);
    const mean = new Float32Array(dimensions);
    for (const [i, number] of used.entries()) {
      const vector = vectorOf(number) ?? mean;
      rows.set(vector, i * dimensions);
      for (let k = 0; k < dimensions; k++) mean[k] = (mean[k] ?? 0) + (vector[k] ?? 0) / used.length;
    }
    for (let i = 0; i < used.length; i++) takeOff(rows.subarray(i * dimensions, (i + 1) * dimensions), mean);
    return { numbers: used, owners, rows, mean };
  };

  return {
    languages: asked,
    isForeign: (language) => {
      if (!asked.includes(language)) return false;
      const written = corpus.articleLanguages();
      return written.length > 0 && !written.includes(language);
    },
    knows: texts.knows,
    translations: (word, language) => {
      translator ??= openTranslator(vectors, texts, corpus);
      return translator(word, language);
    },
    likeness: (text, language, without) => {
      const meant = texts.of(text, language);
      if (!meant) return new Map();
      lines ??= read();
      const { numbers, owners, rows, mean } = lines;
      takeOff(meant, mean);
      const found = new Map<string, number>();
      for (const { intent, from, to } of owners) {
        const best: number[] = [];
        for (let i = from; i < to; i++)
          if (!without?.isAway(numbers[i] ?? -1)) keep(best, product(meant, rows, i * dimensions));
        if (best.length > 0) found.set(intent, best.reduce((a, b) => a + b) / best.length);
      }
      return found;
    },
    changed: () => {
      lines = undefined;
      translator = undefined;
    },
  };
}

/** What all lines have in common tells none of them apart (Arora, Liang & Ma 2017). */
function takeOff(vector: Float32Array, mean: Float32Array): void {
  for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) - (mean[k] ?? 0);
  scaledToOne(vector);
}

/** Keeps the highest of what is given one after the other, highest first. */
function keep(best: number[], value: number): void {
  if (best.length === settings.acrossNeighbours && value <= (best.at(-1) ?? 0)) return;
  if (best.length === settings.acrossNeighbours) best.pop();
  let at = best.length;
  while (at > 0 && (best[at - 1] ?? 0) < value) at--;
  best.splice(at, 0, value);
}
