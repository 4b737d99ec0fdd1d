import { openAnswerWords } from '../dialogs/answer-words.js';
import { openLanguageAsked } from '../dialogs/language-asked.js';
import { matchLabel } from '../dialogs/match-label.js';
import { openLibrary } from '../dialogs/open-library.js';
import type { Reading } from '../dialogs/route.js';
import { openTrouble } from '../dialogs/trouble.js';
import { openUnderstanding, type Understanding } from '../dialogs/understand.js';
import { intentsOf } from '../knowledge/articles/intents-of.js';
import { type Knowledge, loadKnowledge } from '../knowledge/articles/load-knowledge.js';
import { type Index, type IndexOptions, loadIndex, openIndex } from '../knowledge/understanding/open-index.js';
import { SHIPPED_LOCALES } from './config.js';
import { OperatorError } from './operator-error.js';
import { fingerprint, readPrepared, writePrepared } from './prepared-knowledge.js';

/** A knowledge base that can be asked: what the server, the terminal and the commands share. */
export interface KnowledgeRoom {
  readonly knowledge: Knowledge;
  readonly index: Index;
  readonly library: ReturnType<typeof openLibrary>;
  readonly understanding: Understanding;
  reading(language: string): Omit<Reading, 'verdict'>;
}

interface RoomOptions {
  /** Share (0…1) of out-of-scope questions that may be answered. */
  readonly falseAnswerBudget?: number | undefined;
}

/**
 * Loads a knowledge base and its index; the one that comes with the product was prepared by the build.
 * @throws when the folder cannot be read or holds no article in any language
 */
export async function openKnowledgeRoom(folder: string, options: RoomOptions = {}): Promise<KnowledgeRoom> {
  const { knowledge, index } = (await openPrepared(folder, options)) ?? (await openLive(folder, options));
  const answerWord = openAnswerWords(knowledge.intents);
  const trouble = openTrouble(knowledge.intents);
  const languageAsked = openLanguageAsked(knowledge.languages);
  return {
    knowledge,
    index,
    library: openLibrary(knowledge),
    understanding: openUnderstanding(index, knowledge.languages),
    reading: (language) => ({
      label: matchLabel,
      word: (text) => answerWord(text, language),
      trouble,
      languageAsked,
    }),
  };
}

/** Reads the shipped knowledge base, builds its index, and keeps both for the next start. */
export async function prepareKnowledge(): Promise<void> {
  const print = await fingerprint(SHIPPED_LOCALES);
  const { knowledge, index } = await openLive(SHIPPED_LOCALES, {});
  await writePrepared(print, { knowledge, index: index.save() });
}

interface Loaded {
  readonly knowledge: Knowledge;
  readonly index: Index;
}

async function openPrepared(folder: string, options: RoomOptions): Promise<Loaded | undefined> {
  if (folder !== SHIPPED_LOCALES) return undefined;
  const prepared = await readPrepared(await fingerprint(folder));
  if (!prepared) return undefined;
  const { knowledge, index } = prepared;
  try {
    return { knowledge, index: loadIndex(index, indexOptions(knowledge.vocabulary, options)) };
  } catch {
    // Prepared by another version of the understanding: as good as not prepared.
    return undefined;
  }
}

async function openLive(folder: string, options: RoomOptions): Promise<Loaded> {
  const shipped = folder === SHIPPED_LOCALES ? undefined : await loadKnowledge(SHIPPED_LOCALES);
  const knowledge = await loadKnowledge(folder, shipped);
  if (knowledge.articles.size === 0) {
    throw new OperatorError(
      `No article found in ${folder}. A knowledge base is laid out as <language>/articles/*.md, e.g. fr/articles/inbox.md.`,
    );
  }
  const vocabulary = new Map([...(shipped?.vocabulary ?? []), ...knowledge.vocabulary]);
  return { knowledge, index: openIndex(intentsOf(knowledge), indexOptions(vocabulary, options)) };
}

function indexOptions(vocabulary: Knowledge['vocabulary'], { falseAnswerBudget }: RoomOptions): IndexOptions {
  return {
    vocabulary: Object.fromEntries(vocabulary),
    ...(falseAnswerBudget === undefined ? {} : { falseAnswerBudget }),
  };
}
