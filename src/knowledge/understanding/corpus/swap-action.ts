import { ACTIONS } from '../languages/actions.js';
import { findActionsIn } from '../text/actions-of.js';
import type { TrainingCorpus } from './training-corpus.js';
import type { TrainingExample } from './training-examples-of.js';

/**
 * Another task with the same object: the example with what it wants done replaced by an action that its intent hardly ever
 * does ("how do I create an inbox" → "how do i rename an inbox"). Every knowledge base has such near misses.
 * @param n which of the foreign actions
 * @returns nothing when the example names no action that its intent does
 */
export function swapAction(corpus: TrainingCorpus, example: TrainingExample, n: number): string | undefined {
  const { intent, language, text } = example;
  const { whole } = corpus.reader.read(text, language);
  const done = findActionsIn(corpus.reader.maker(language), whole.words).filter(
    ({ name }) => !corpus.actions.isForeign(intent, name) && name !== 'verify',
  );
  const foreign = OBJECT_ACTIONS.filter((name) => corpus.actions.isForeign(intent, name));
  const verb = ACTIONS[foreign[n % Math.max(1, foreign.length)] ?? '']?.[language.slice(0, 2)]?.[0];
  if (done.length === 0 || verb === undefined) return undefined;
  return whole.words
    .flatMap((word, i) => {
      const at = done.find(({ from, to }) => from <= i && i < to);
      if (!at) return [word];
      return at.from === i ? [verb] : [];
    })
    .join(' ');
}

/** Actions whose first word in the lexicon is a verb that takes any object. */
const OBJECT_ACTIONS =
  'create disable enable delete restore rename edit merge split move copy export import sort restrict assign'.split(
    ' ',
  );
