import type { Language } from '../intent.js';
import { createKeyTable } from '../retrieval/key-table.js';
import { createPostings, type Postings, type PostingsDump } from '../retrieval/postings.js';
import { ranksOf } from '../retrieval/ranks-of.js';
import type { Reader } from '../text/read-utterance.js';

/** How often a word of each kind of line counts in its article, against one of the body. */
export const FIELD_WEIGHTS = { title: 4, heading: 2, example: 1, not: 0 } as const;

/** Whole articles, one document per article and language: stems by how often they occur. */
export interface ArticleTexts {
  readonly postings: Postings;
  /** Number of a stem, or -1 when no article has it. */
  find(stemKey: number): number;
  intentOf(document: number): string;
  /** A document's place in the order of the articles' ids. */
  rank(document: number): number;
  add(
    intent: string,
    language: Language,
    fields: readonly { readonly words: readonly string[]; readonly weight: number }[],
  ): number;
  remove(document: number): void;
  /** Says whose a document is (after loading). */
  own(document: number, intent: string): void;
  dump(): TextsDump;
}

/** The texts as they are saved. */
export interface TextsDump {
  readonly stems: Int32Array;
  readonly postings: PostingsDump;
}

/** `order`: the documents that count now, in the order of their articles' ids. */
export function createArticleTexts(reader: Reader, order: () => readonly number[], dumped?: TextsDump): ArticleTexts {
  const stems = createKeyTable(1024, dumped?.stems);
  const postings = createPostings(dumped?.postings);
  const owners: string[] = [];
  let ranks: Int32Array | undefined;
  return {
    postings,
    find: (stemKey) => {
      const id = stems.find(stemKey);
      return id >= 0 && postings.frequency(id) > 0 ? id : -1;
    },
    intentOf: (document) => owners[document] ?? '',
    rank: (document) => {
      ranks ??= ranksOf(order(), owners.length);
      return ranks[document] ?? -1;
    },
    add: (intent, language, fields) => {
      const { lexicon } = reader.maker(language);
      const counts = new Map<number, number>();
      for (const { words, weight } of fields)
        for (const word of words) {
          const { stop, stemKey } = lexicon.entry(word);
          if (!stop) counts.set(stemKey, (counts.get(stemKey) ?? 0) + weight);
        }
      for (const [key, times] of counts) postings.put(stems.add(key), times);
      const document = postings.close();
      owners[document] = intent;
      ranks = undefined;
      return document;
    },
    remove: (document) => {
      postings.remove(document);
      ranks = undefined;
    },
    own: (document, intent) => {
      owners[document] = intent;
    },
    dump: () => ({ stems: stems.keys(), postings: postings.dump() }),
  };
}
