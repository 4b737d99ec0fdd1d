import { createModel, type Model } from './classifier/train-model.js';
import { type CorpusDump, createTrainingCorpus, type TrainingCorpus } from './corpus/training-corpus.js';
import { fitted } from './fitted.js';
import type { Intent, Language } from './intent.js';
import { type Numbers, packBytes, unpackBytes } from './retrieval/pack-bytes.js';
import type { PostingsDump } from './retrieval/postings.js';
import { settings } from './settings.js';
import { hashText } from './text/hash.js';
import type { Vocabulary } from './text/vocabulary.js';

interface Head {
  readonly made: number;
  readonly intents: readonly Intent[];
  readonly places: CorpusDump['places'];
  readonly words: CorpusDump['words'];
  readonly actions: CorpusDump['actions'];
  readonly model?: {
    readonly intents: readonly string[];
    readonly topicColumns: readonly number[];
    readonly kindColumns: readonly number[];
    readonly classes: number;
  };
}

/** What was concluded from a corpus: its classifier, and what it believes of near misses (see `nearMissScores`). */
export interface Learned {
  readonly model: Model | undefined;
  readonly scopes?: Float32Array | undefined;
}

/** A corpus and what was learned from it as bytes. */
export function saveIndex(
  corpus: TrainingCorpus,
  { model, scopes }: Learned,
  vocabularies: Readonly<Record<Language, Vocabulary>>,
): Uint8Array {
  const { intents, places, words, actions, store, texts, pages } = corpus.dump();
  const trained = model?.dump();
  const head: Head = {
    made: madeBy(vocabularies),
    intents,
    places,
    words,
    actions,
    ...(trained
      ? {
          model: {
            intents: trained.intents,
            topicColumns: trained.topicColumns,
            kindColumns: trained.kindColumns,
            classes: trained.classifier.classes,
          },
        }
      : {}),
  };
  const arrays: Record<string, Numbers> = {
    keys: store.keys,
    blocks: store.blocks,
    stems: texts.stems,
    ...named('lines', store.postings),
    ...named('texts', texts.postings),
    terms: pages.keys,
    shape: pages.shape,
    ...named('fields', pages.postings),
    ...named('passages', pages.passages),
  };
  if (scopes) arrays.scopes = scopes;
  if (trained)
    Object.assign(arrays, {
      weights: trained.classifier.weights,
      dimension: trained.vectorizer.dimension,
      idf: trained.vectorizer.idf,
      weighed: trained.vectorizer.blocks,
    });
  return packBytes({ head, arrays });
}

/** @throws when the bytes are no saved index, or one made with another vocabulary or another version */
export function loadSavedIndex(
  bytes: Uint8Array,
  vocabularies: Readonly<Record<Language, Vocabulary>>,
): { corpus: TrainingCorpus; learned: Learned } {
  const { head, arrays } = unpackBytes(bytes);
  if (!isHead(head) || head.made !== madeBy(vocabularies))
    throw new Error(
      'The saved index was made with another vocabulary or another version. Build it again with openIndex.',
    );
  const corpus = createTrainingCorpus(vocabularies, {
    intents: head.intents,
    places: head.places,
    words: head.words,
    actions: head.actions,
    store: { keys: integers(arrays, 'keys'), blocks: octets(arrays, 'blocks'), postings: postingsOf('lines', arrays) },
    texts: { stems: integers(arrays, 'stems'), postings: postingsOf('texts', arrays) },
    pages: {
      keys: integers(arrays, 'terms'),
      shape: integers(arrays, 'shape'),
      postings: postingsOf('fields', arrays),
      passages: postingsOf('passages', arrays),
    },
  });
  const scopes = arrays.scopes ? decimals(arrays, 'scopes') : undefined;
  if (!head.model) return { corpus, learned: { model: undefined, scopes } };
  const { classes, ...columns } = head.model;
  const vectorizer = {
    dimension: integers(arrays, 'dimension'),
    idf: decimals(arrays, 'idf'),
    blocks: octets(arrays, 'weighed'),
  };
  const model = createModel(corpus.store, {
    ...columns,
    classifier: { classes, weights: decimals(arrays, 'weights') },
    vectorizer,
  });
  return { corpus, learned: { model, scopes } };
}

/** What a saved index depends on besides its intents: it is not loaded when any of it has changed. */
function madeBy(vocabularies: Readonly<Record<Language, Vocabulary>>): number {
  return hashText(
    JSON.stringify([settings, fitted, Object.entries(vocabularies).sort(([a], [b]) => (a < b ? -1 : 1))]),
    1,
  );
}

function isHead(head: unknown): head is Head {
  return (
    typeof head === 'object' &&
    head !== null &&
    'made' in head &&
    'intents' in head &&
    'places' in head &&
    'actions' in head
  );
}

function named(prefix: string, dump: PostingsDump): Record<string, Numbers> {
  return Object.fromEntries(Object.entries(dump).map(([name, numbers]) => [`${prefix}.${name}`, numbers]));
}

function postingsOf(prefix: string, arrays: Readonly<Record<string, Numbers>>): PostingsDump {
  const of = (name: string) => integers(arrays, `${prefix}.${name}`);
  return {
    ids: of('ids'),
    counts: octets(arrays, `${prefix}.counts`),
    ends: of('ends'),
    lengths: of('lengths'),
    gone: of('gone'),
  };
}

function integers(arrays: Readonly<Record<string, Numbers>>, name: string): Int32Array {
  const numbers = arrays[name];
  if (numbers instanceof Int32Array) return numbers;
  throw new Error(`The saved index has no "${name}". Build it again with openIndex.`);
}

function decimals(arrays: Readonly<Record<string, Numbers>>, name: string): Float32Array {
  const numbers = arrays[name];
  if (numbers instanceof Float32Array) return numbers;
  throw new Error(`The saved index has no "${name}". Build it again with openIndex.`);
}

function octets(arrays: Readonly<Record<string, Numbers>>, name: string): Uint8Array {
  const numbers = arrays[name];
  if (numbers instanceof Uint8Array) return numbers;
  throw new Error(`The saved index has no "${name}". Build it again with openIndex.`);
}
