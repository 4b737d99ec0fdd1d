import type { TrainingCorpus } from '../corpus/training-corpus.js';
import type { Language } from '../intent.js';
import { actionsOf } from '../text/actions-of.js';
import type { ReadText } from '../text/read-utterance.js';
import type { TaskEvidence } from './decision.js';

/** What an utterance wants done. */
export interface Task {
  /** Actions of the whole of it, and of the last clause that names one: where a story has its question ("we should delete it, where is that done"). */
  readonly actions: readonly string[];
  readonly atEnd: readonly string[];
}

/** The actions that an utterance names, and those of the last of its clauses that names any; the same for one without clauses. */
export function taskOf(corpus: TrainingCorpus, { whole, clauses }: ReadText, language: Language): Task {
  const maker = corpus.reader.maker(language);
  const actions = actionsOf(maker, whole.words);
  if (actions.length > 0)
    for (const { words } of clauses.toReversed()) {
      const atEnd = actionsOf(maker, words);
      if (atEnd.length > 0) return { actions, atEnd };
    }
  return { actions, atEnd: actions };
}

/** How it fits what an intent does. */
export function taskEvidence(
  { actions: profiles }: TrainingCorpus,
  { actions, atEnd }: Task,
  id: string,
): TaskEvidence {
  if (actions.length === 0) return NO_ACTION;
  const shares = actions.map((action) => profiles.share(id, action));
  const foreign = (action: string) => profiles.isForeign(id, action);
  return {
    usual: Math.log(Math.max(...shares)),
    rarest: Math.log(Math.min(...shares)),
    foreign: actions.filter(foreign).length,
    foreignAtEnd: atEnd.filter(foreign).length,
    allForeign: actions.every(foreign),
  };
}

const NO_ACTION: TaskEvidence = { usual: 0, rarest: 0, foreign: 0, foreignAtEnd: 0, allForeign: false };
