import { openAnswerWords } from '../dialogs/answer-words.js';
import { openLanguageAsked } from '../dialogs/language-asked.js';
import { matchLabel } from '../dialogs/match-label.js';
import { openLibrary } from '../dialogs/open-library.js';
import type { Reading } from '../dialogs/route.js';
import { openUnderstanding, type Understanding } from '../dialogs/understand.js';
import { intentsOf } from '../knowledge/articles/intents-of.js';
import { type Knowledge, loadKnowledge } from '../knowledge/articles/load-knowledge.js';
import { type Index, openIndex } from '../knowledge/understanding/open-index.js';
import { SHIPPED_LOCALES } from './config.js';
import { OperatorError } from './operator-error.js';

/** A knowledge base that can be asked: what the server, the terminal and the commands share. */
export interface KnowledgeRoom {
  readonly knowledge: Knowledge;
  readonly index: Index;
  readonly library: ReturnType<typeof openLibrary>;
  readonly understanding: Understanding;
  reading(language: string): Omit<Reading, 'verdict'>;
}

/**
 * Loads a knowledge base and builds its index.
 * @throws when the folder cannot be read or holds no article in any language
 */
export async function openKnowledgeRoom(folder: string): Promise<KnowledgeRoom> {
  const shipped = folder === SHIPPED_LOCALES ? undefined : await loadKnowledge(SHIPPED_LOCALES);
  const knowledge = await loadKnowledge(folder, shipped);
  if (knowledge.articles.size === 0) {
    throw new OperatorError(
      `No article found in ${folder}. A knowledge base is laid out as <language>/articles/*.md, e.g. fr/articles/inbox.md.`,
    );
  }
  const vocabulary = new Map([...(shipped?.vocabulary ?? []), ...knowledge.vocabulary]);
  const index = openIndex(intentsOf(knowledge), { vocabulary: Object.fromEntries(vocabulary) });
  const answerWord = openAnswerWords(knowledge.intents);
  const languageAsked = openLanguageAsked(knowledge.languages);
  return {
    knowledge,
    index,
    library: openLibrary(knowledge),
    understanding: openUnderstanding(index, knowledge.languages),
    reading: (language) => ({
      label: matchLabel,
      word: (text) => answerWord(text, language),
      languageAsked,
    }),
  };
}
