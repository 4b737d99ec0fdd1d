import type { Translation } from '../corpus/page-terms.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import type { Language } from '../intent.js';
import { keepBest } from '../retrieval/keep-best.js';
import { settings } from '../settings.js';
import { product } from './product.js';
import type { TextVectors } from './text-vectors.js';
import type { WordVectors } from './word-vectors.js';

/** The stems of pages that a word may stand for, likeliest first. */
export type Translator = (word: string, language: Language) => readonly Translation[];

const MOST_REMEMBERED = 20_000;

/** Translates words into stems that the pages of a corpus have, by their vectors. */
export function openTranslator(vectors: WordVectors, texts: TextVectors, corpus: TrainingCorpus): Translator {
  const known = corpus.articleLanguages().flatMap((language) => {
    const { lexicon } = corpus.reader.maker(language);
    return vectors.stems(language).flatMap((stem) => {
      const key = lexicon.keyOf(stem);
      const vector = corpus.pages.find(key) >= 0 ? vectors.find(language, stem) : undefined;
      return vector && vector.rarity > settings.acrossUsual ? [{ key, direction: vector.direction }] : [];
    });
  });
  const rows = new Float32Array(known.length * vectors.dimensions);
  for (const [i, { direction }] of known.entries()) rows.set(direction, i * vectors.dimensions);
  const remembered = new Map<string, readonly Translation[]>();
  return (word, language) => {
    const name = `${language}/${word}`;
    const held = remembered.get(name);
    if (held) return held;
    const meant = texts.ofWord(word, language);
    const best = keepBest(settings.acrossTranslations, (i) => i);
    if (meant)
      for (let i = 0; i < known.length; i++) {
        const likeness = product(meant, rows, i * vectors.dimensions);
        if (likeness >= settings.leastTranslation) best.offer(i, likeness);
      }
    const found = best
      .list()
      .map(({ document, value }) => ({ stem: known[document]?.key ?? 0, likeness: Math.min(1, value) }));
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    if (!/\d/.test(word)) remembered.set(name, found);
    return found;
  };
}
