import type { AcrossView } from '../across/across-view.js';
import type { Model } from '../classifier/train-model.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import type { Language } from '../intent.js';
import type { Candidate } from '../verdict.js';
import { gatherEvidence } from './gather-evidence.js';

/** Articles for a search box, best first; the last word may be unfinished. */
export function searchArticles(
  corpus: TrainingCorpus,
  model: Model | undefined,
  query: string,
  language: Language,
  across?: AcrossView,
): readonly Candidate[] {
  const words = corpus.completed(query, language);
  const articles = (by: Model | undefined): readonly Candidate[] =>
    gatherEvidence(corpus, by, words, language, undefined, across)
      .scored.filter(({ intent }) => intent.kind === 'article')
      .map(({ intent, probability }) => ({ intent: intent.id, score: probability }));
  return model && corpus.hasExamples() ? blend(articles(model), articles(undefined)) : articles(model);
}

/** Words that no example has stand in an article's body at most: where the classifier is unsure, coverage decides. */
function blend(learned: readonly Candidate[], byWords: readonly Candidate[]): readonly Candidate[] {
  const doubt = Math.max(0, 1 - learned.reduce((sum, { score }) => sum + score, 0));
  const scores = new Map(learned.map(({ intent, score }) => [intent, score]));
  for (const { intent, score } of byWords) scores.set(intent, (scores.get(intent) ?? 0) + doubt * score);
  return [...scores].map(([intent, score]) => ({ intent, score })).sort((a, b) => b.score - a.score);
}
