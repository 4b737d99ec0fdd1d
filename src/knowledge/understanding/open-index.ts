import { detectLanguage } from './detect-language.js';
import { gatherEvidence } from './gather-evidence.js';
import type { Intent, Language } from './intent.js';
import { judgeEvidence, thresholdsFor } from './judge-evidence.js';
import { createLibrary, type Library } from './library.js';
import { loadLibrary, saveLibrary } from './save-library.js';
import { teach } from './teach.js';
import type { Model } from './train-model.js';
import type { Candidate, Verdict } from './verdict.js';
import type { Vocabulary } from './vocabulary.js';

export interface IndexOptions {
  /** Words of the trade, per language. */
  readonly vocabulary?: Readonly<Record<Language, Vocabulary>>;
  /** Share (0…1) of out-of-scope questions that may be answered. 0.03 unless told. */
  readonly falseAnswerBudget?: number;
}

export interface JudgeOptions {
  /** The channel's language: a hint; the utterance may be in another one, or mixed. */
  readonly language?: Language;
}

export interface SearchOptions {
  readonly language?: Language;
  /** 10 unless told. */
  readonly limit?: number;
}

/** Lets others have their turn: `() => new Promise(setImmediate)`. */
export type Pause = () => Promise<unknown>;

/** Understands utterances: one index per knowledge base. */
export interface Index {
  /** What an utterance means, with confidence and reasons. Never throws; the same utterance gives the same verdict. */
  judge(utterance: string, options?: JudgeOptions): Verdict;
  /** Articles for a search box, best first; the last word may be unfinished. */
  search(query: string, options?: SearchOptions): readonly Candidate[];
  /** Adds an intent, or replaces the one with its id. The next `judge` learns it, all at once; `settle` does it in slices. */
  add(intent: Intent): void;
  remove(id: string): void;
  /** Learns what was added and removed without blocking; until it is done, `judge` goes by what it had learned before. */
  settle(pause: Pause): Promise<void>;
  /** Everything as bytes, for `loadIndex`. */
  save(): Uint8Array;
}

/** Builds an index in one go. */
export function openIndex(intents: readonly Intent[], options: IndexOptions = {}): Index {
  const library = createLibrary(options.vocabulary ?? {});
  for (const intent of intents) library.add(intent);
  return indexOver(library, run(teach(library)), options);
}

/** Builds an index in slices of some milliseconds, with a pause after each. */
export async function openIndexInSlices(
  intents: readonly Intent[],
  pause: Pause,
  options: IndexOptions = {},
): Promise<Index> {
  const library = createLibrary(options.vocabulary ?? {});
  for (const intent of intents) {
    library.add(intent);
    await pause();
  }
  return indexOver(library, await runInSlices(teach(library), pause), options);
}

/** @throws when the bytes are not an index of this version, saved with the same vocabulary */
export function loadIndex(bytes: Uint8Array, options: IndexOptions = {}): Index {
  const { library, model } = loadLibrary(bytes, options.vocabulary ?? {});
  return indexOver(library, model, options);
}

function indexOver(
  library: Library,
  trained: Model | undefined,
  { vocabulary = {}, falseAnswerBudget = 0.03 }: IndexOptions,
): Index {
  const thresholds = thresholdsFor(falseAnswerBudget);
  let model = trained;
  /** How often the library has changed, and at which change the model was trained. */
  let [changes, learned, settling] = [0, 0, 0];
  const current = () => {
    if (learned !== changes && settling === 0) {
      model = run(teach(library));
      learned = changes;
    }
    return model;
  };
  const languageOf = (text: string, hint: Language | undefined) =>
    detectLanguage(text, { languages: library.languages(), ...(hint === undefined ? {} : { hint }) }).language;
  return {
    judge: (utterance, { language } = {}) =>
      judgeEvidence(
        gatherEvidence(library, current(), utterance, languageOf(utterance, language)),
        library,
        thresholds,
      ),
    search: (query, { language, limit = 10 } = {}) => {
      const tongue = language ?? languageOf(query, undefined);
      const words = library.completed(query, tongue);
      const articles = (by: Model | undefined): readonly Candidate[] =>
        gatherEvidence(library, by, words, tongue)
          .scored.filter(({ intent }) => intent.kind === 'article')
          .map(({ intent, probability }) => ({ intent: intent.id, score: probability }));
      const taught = current();
      return (taught ? blend(articles(taught), articles(undefined)) : articles(undefined)).slice(0, limit);
    },
    add: (intent) => {
      library.add(intent);
      changes++;
    },
    remove: (id) => {
      library.remove(id);
      changes++;
    },
    settle: async (pause) => {
      settling++;
      try {
        while (learned !== changes) {
          const at = changes;
          const made = await runInSlices(teach(library), pause);
          if (at !== changes) continue;
          model = made;
          learned = at;
        }
      } finally {
        settling--;
      }
    },
    save: () => saveLibrary(library, current(), vocabulary),
  };
}

/** Words that no example has stand in an article's body at most: where the classifier is unsure, coverage decides. */
function blend(taught: readonly Candidate[], plain: readonly Candidate[]): readonly Candidate[] {
  const doubt = Math.max(0, 1 - taught.reduce((sum, { score }) => sum + score, 0));
  const scores = new Map(taught.map(({ intent, score }) => [intent, score]));
  for (const { intent, score } of plain) scores.set(intent, (scores.get(intent) ?? 0) + doubt * score);
  return [...scores].map(([intent, score]) => ({ intent, score })).sort((a, b) => b.score - a.score);
}

function run<T>(slices: Generator<void, T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

async function runInSlices<T>(slices: Generator<void, T>, pause: Pause): Promise<T> {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await pause();
  }
}
