import type { VocabularyFile } from './read-vocabulary.js';

const NONE: VocabularyFile = { synonyms: {}, spelling: {}, products: { ours: [], others: [] } };

/** The product's everyday words with those of a deployment's trade; where both say something, the deployment has the last word. */
export function extendVocabulary(product: VocabularyFile = NONE, own: VocabularyFile = NONE): VocabularyFile {
  // What comes first has the word that two concepts claim, also those of another language: the trade before everyday words.
  const synonyms = { ...own.synonyms };
  for (const [concept, words] of Object.entries(product.synonyms))
    synonyms[concept] = [...new Set([...(synonyms[concept] ?? []), ...words])];
  return {
    synonyms,
    spelling: { ...product.spelling, ...own.spelling },
    products: {
      ours: [...product.products.ours, ...own.products.ours],
      others: [...product.products.others, ...own.products.others],
    },
  };
}
