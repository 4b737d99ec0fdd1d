import type { Margins } from '../classifier/train-model.js';
import type { PageEvidence } from '../corpus/page-evidence.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import { fitted } from '../fitted.js';
import { fittedAcross } from '../fitted-across.js';
import { type Intent, OTHER_TASK } from '../intent.js';
import { settings } from '../settings.js';
import { decide, type IntentEvidence, type UtteranceEvidence, type Weights } from './decision.js';
import { type Task, taskEvidence } from './task-evidence.js';

/** An intent with all that speaks for it. */
export interface Scored {
  readonly intent: Intent;
  /** Probability (0…1) that it is meant; all intents and "none" add up to 1. */
  readonly probability: number;
  /** Number of its nearest known line, -1 if none is near. */
  readonly nearest: number;
  readonly evidence: IntentEvidence;
}

/** What is being gathered for an intent. */
export interface GatheredSigns {
  margins: Margins;
  clause: Margins;
  similarity: number;
  refused: number;
  nearest: number;
  support: number;
  coverage: number;
  page: PageEvidence;
  unsaid: number;
  across: number;
}

/** Turns what was gathered into probabilities, best first. */
export function scoreIntents(
  corpus: TrainingCorpus,
  signs: ReadonlyMap<string, GatheredSigns>,
  task: Task,
  utterance: UtteranceEvidence,
  trained: boolean,
  isForeign: boolean,
): Scored[] {
  const found: Omit<Scored, 'probability'>[] = [];
  let knowsOutOfScope = false;
  for (const [id, { nearest, ...gathered }] of signs) {
    const intent = id === OTHER_TASK.id ? OTHER_TASK : corpus.intents.get(id);
    if (!intent) continue;
    const { kind } = intent;
    if (kind === 'outside') knowsOutOfScope = true;
    const fit = taskEvidence(corpus, task, id);
    const evidence = { kind, ...gathered, task: fit };
    found.push({ intent, nearest, evidence });
  }
  const probabilities = decide(
    found.map(({ evidence }) => evidence),
    utterance,
    weightsFor(corpus, trained, knowsOutOfScope, isForeign),
  );
  return found
    .map(({ intent, nearest, evidence }, i) => ({ intent, probability: probabilities[i] ?? 0, nearest, evidence }))
    .sort((a, b) => b.probability - a.probability || (a.intent.id < b.intent.id ? -1 : 1));
}

function weightsFor(corpus: TrainingCorpus, trained: boolean, knowsOutOfScope: boolean, isForeign: boolean): Weights {
  if (!corpus.hasExamples()) return fitted.withoutExamples;
  if (isForeign) return fittedAcross.withExamples;
  if (!trained) return fitted.withoutClassifier;
  if (!knowsOutOfScope) return fitted.withoutOutOfScope;
  return corpus.store.postings.size < settings.manyLinesOfOwn ? fitted.withFewLines : fitted.withOutOfScope;
}
