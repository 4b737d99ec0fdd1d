import { type AcrossOptions, createAcrossView } from './across/across-view.js';
import { trainOnCorpus } from './classifier/train-on-corpus.js';
import { createTrainingCorpus, type TrainingCorpus } from './corpus/training-corpus.js';
import { gatherEvidence } from './decision/gather-evidence.js';
import { judgeEvidence } from './decision/judge-evidence.js';
import { searchArticles } from './decision/search-articles.js';
import { acrossThresholds } from './decision/thresholds.js';
import type { Intent, Language } from './intent.js';
import { createLearner } from './learner.js';
import { type Learned, loadSavedIndex, saveIndex } from './save-index.js';
import { type Pause, run } from './slices.js';
import { type Detected, detectLanguage } from './text/detect-language.js';
import type { Vocabulary } from './text/vocabulary.js';
import type { Candidate, Verdict } from './verdict.js';

/** What an index is built with beside its intents. */
export interface IndexOptions {
  /** Words of the trade, per language. */
  readonly vocabulary?: Readonly<Record<Language, Vocabulary>>;
  /** Share (0…1) of out-of-scope questions that may be answered. 0.04 unless told. */
  readonly falseAnswerBudget?: number;
  /** With it, questions in a language that no article is in are answered from articles in others. */
  readonly across?: AcrossOptions;
}

/** What is known of an utterance before it is read. */
export interface JudgeOptions {
  /** The channel's language: a hint; the utterance may be in another one, or mixed. */
  readonly language?: Language;
  /** The language that it is in, where {@link Index.language} has told it already. */
  readonly detected?: Language | undefined;
}

/** How a search is answered. */
export interface SearchOptions {
  readonly language?: Language;
  /** 10 unless told. */
  readonly limit?: number;
}

/** Understands utterances: one index per knowledge base. */
export interface Index {
  /** The language that an utterance is in, of those of the index. */
  language(utterance: string, hint: Language): Detected;
  /** What an utterance means, with confidence and reasons. Never throws; the same utterance gives the same verdict. */
  judge(utterance: string, options?: JudgeOptions): Verdict;
  /** Articles for a search box, best first; the last word may be unfinished. */
  search(query: string, options?: SearchOptions): readonly Candidate[];
  /** Adds an intent, or replaces the one with its id. The next `judge` learns it, all at once; `settle` does it in slices. */
  add(intent: Intent): void;
  remove(id: string): void;
  /** Becomes the index of these intents without blocking: what differs is removed and added between pauses, then settled. */
  update(intents: readonly Intent[], pause: Pause): Promise<void>;
  /**
   * Learns what was added and removed without blocking, and finds the thresholds of this knowledge base; until it is
   * done, `judge` goes by what it had learned before, and by the usual thresholds.
   */
  settle(pause: Pause): Promise<void>;
  /** Everything as bytes, for `loadIndex`. */
  save(): Uint8Array;
}

/** Builds an index in one go, with the usual thresholds: `settle` finds its own. */
export function openIndex(intents: readonly Intent[], options: IndexOptions = {}): Index {
  const corpus = createTrainingCorpus(options.vocabulary ?? {});
  for (const intent of intents) corpus.add(intent);
  return indexOver(corpus, { model: run(trainOnCorpus(corpus)) }, options);
}

/** Builds an index in slices of some milliseconds, with a pause after each, and settles it. */
export async function openIndexInSlices(
  intents: readonly Intent[],
  pause: Pause,
  options: IndexOptions = {},
): Promise<Index> {
  const corpus = createTrainingCorpus(options.vocabulary ?? {});
  for (const intent of intents) {
    corpus.add(intent);
    await pause();
  }
  const index = indexOver(corpus, undefined, options);
  await index.settle(pause);
  return index;
}

/** @throws when the bytes are not an index of this version, saved with the same vocabulary */
export function loadIndex(bytes: Uint8Array, options: IndexOptions = {}): Index {
  const { corpus, learned } = loadSavedIndex(bytes, options.vocabulary ?? {});
  return indexOver(corpus, learned, options);
}

function indexOver(
  corpus: TrainingCorpus,
  learned: Learned | undefined,
  { vocabulary = {}, falseAnswerBudget = 0.04, across: acrossOptions }: IndexOptions,
): Index {
  const learner = createLearner(corpus, learned, falseAnswerBudget);
  const across = acrossOptions && createAcrossView(corpus, acrossOptions, vocabulary);
  const thresholdsAcross = across && acrossThresholds(falseAnswerBudget);
  const languages = () => [...new Set([...corpus.languages(), ...(across?.languages ?? [])])].sort();
  const detect = (text: string, hint: Language | undefined) =>
    detectLanguage(text, { languages: languages(), ...(hint === undefined ? {} : { hint }) });
  const changed = () => {
    learner.changed();
    across?.changed();
  };
  const add = (intent: Intent) => {
    corpus.add(intent);
    changed();
  };
  const remove = (id: string) => {
    corpus.remove(id);
    changed();
  };
  return {
    language: detect,
    judge: (utterance, { language, detected } = {}) =>
      judgeEvidence(
        gatherEvidence(
          corpus,
          learner.model(),
          utterance,
          detected ?? detect(utterance, language).language,
          undefined,
          across,
        ),
        corpus,
        learner.thresholds(),
        thresholdsAcross,
      ),
    search: (query, { language, limit = 10 } = {}) =>
      searchArticles(corpus, learner.model(), query, language ?? detect(query, undefined).language, across).slice(
        0,
        limit,
      ),
    add,
    remove,
    settle: (pause) => learner.settle(pause),
    update: (intents, pause) =>
      learner.settle(pause, async () => {
        const wanted = new Set(intents.map(({ id }) => id));
        for (const id of [...corpus.intents.keys()].filter((each) => !wanted.has(each))) remove(id);
        for (const intent of intents) {
          if (JSON.stringify(intent) === JSON.stringify(corpus.intents.get(intent.id))) continue;
          add(intent);
          await pause();
        }
      }),
    save: () => saveIndex(corpus, learner.learned(), vocabulary),
  };
}
