import { detectLanguage } from './detect-language.js';
import { gatherEvidence } from './gather-evidence.js';
import type { Intent, Language } from './intent.js';
import { judgeEvidence, thresholdsFor } from './judge-evidence.js';
import { createLibrary, type Library } from './library.js';
import { isTrainable, type Model, type NumberedLine, trainModel } from './train-model.js';
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

/** Understands utterances: one index per knowledge base. */
export interface Index {
  /** What an utterance means, with confidence and reasons. Never throws; the same utterance gives the same verdict. */
  judge(utterance: string, options?: JudgeOptions): Verdict;
  /** Articles for a search box, best first. */
  search(query: string, options?: SearchOptions): readonly Candidate[];
  /** Adds an intent, or replaces the one with its id. */
  add(intent: Intent): void;
  remove(id: string): void;
}

/** Builds an index in one go. */
export function openIndex(intents: readonly Intent[], options: IndexOptions = {}): Index {
  const library = createLibrary(options.vocabulary ?? {});
  for (const intent of intents) library.add(intent);
  const thresholds = thresholdsFor(options.falseAnswerBudget ?? 0.03);
  let model: Model | undefined;
  let stale = true;
  const current = () => {
    if (stale) model = run(teach(library));
    stale = false;
    return model;
  };
  const languageOf = (text: string, hint: Language | undefined) =>
    detectLanguage(text, { languages: library.languages(), ...(hint === undefined ? {} : { hint }) }).language;
  current();
  return {
    judge: (utterance, { language } = {}) => judgeEvidence(gatherEvidence(library, current(), utterance, languageOf(utterance, language)), library, thresholds),
    search: (query, { language, limit = 10 } = {}) =>
      gatherEvidence(library, current(), query, language ?? languageOf(query, undefined))
        .scored.filter(({ intent }) => intent.kind === 'article')
        .slice(0, limit)
        .map(({ intent, probability }) => ({ intent: intent.id, score: probability })),
    add: (intent) => {
      library.add(intent);
      stale = true;
    },
    remove: (id) => {
      library.remove(id);
      stale = true;
    },
  };
}

/** Trains the classifier, if the library has enough examples for one. */
export function* teach(library: Library, use: (line: NumberedLine) => boolean = () => true): Generator<void, Model | undefined> {
  const lines = numberedLines(library).filter(use);
  return isTrainable(lines) ? yield* trainModel(library.store, lines) : undefined;
}

export function numberedLines(library: Library): NumberedLine[] {
  return library.numbers().flatMap((number) => {
    const line = library.line(number);
    return line ? [{ ...line, number, kind: library.intents.get(line.intent)?.kind ?? 'outside' }] : [];
  });
}

function run<T>(slices: Generator<void, T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}
