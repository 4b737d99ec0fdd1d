/**
 * `passerelle/knowledge`: the understanding as a library, without the bot. Load a knowledge base, open an index over its
 * intents, and ask it:
 *
 * ```ts
 * const knowledge = await loadKnowledge('deployments/teamwork-desk', await loadKnowledge('locales'));
 * const index = openIndex(intentsOf(knowledge), { vocabulary: Object.fromEntries(knowledge.vocabulary) });
 * index.judge('how do I turn off triggers?', { language: 'en' });
 * ```
 */
export { intentsOf } from './articles/intents-of.js';
export { type Knowledge, loadKnowledge } from './articles/load-knowledge.js';
export type { Intent, IntentKind, IntentText } from './understanding/intent.js';
export {
  type Index,
  type IndexOptions,
  loadIndex,
  openIndex,
  openIndexInSlices,
} from './understanding/open-index.js';
export type { Vocabulary } from './understanding/text/vocabulary.js';
export type { Candidate, Reason, Verdict } from './understanding/verdict.js';
