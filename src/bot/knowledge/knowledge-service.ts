import type { ArticleLibrary } from '../../dialogs/article-library.js';
import { openLibrary } from '../../dialogs/guides/open-library.js';
import { openAnswerWords } from '../../dialogs/routing/answer-words.js';
import { openDeclined } from '../../dialogs/routing/declined.js';
import { openFindPhrase } from '../../dialogs/routing/find-phrase.js';
import { isSpoken } from '../../dialogs/routing/is-spoken.js';
import { openLanguageAsked } from '../../dialogs/routing/language-asked.js';
import { matchLabel } from '../../dialogs/routing/match-label.js';
import { openPersonWords } from '../../dialogs/routing/person-words.js';
import { openTwoQuestions } from '../../dialogs/routing/second-question.js';
import { openSectionHeadings } from '../../dialogs/routing/section-headings.js';
import { openTrouble } from '../../dialogs/routing/trouble.js';
import { openUnderstanding, type Understanding } from '../../dialogs/routing/understand.js';
import type { UtteranceReader } from '../../dialogs/routing/utterance-reader.js';
import { openWithoutSignature } from '../../dialogs/routing/without-signature.js';
import type { Knowledge } from '../../knowledge/articles/load-knowledge.js';
import type { Index } from '../../knowledge/understanding/open-index.js';
import type { Pause } from '../../knowledge/understanding/slices.js';
import { type KnowledgeOptions, openKnowledge, reopenKnowledge, tryKnowledge, warmUp } from './open-knowledge.js';
import { fingerprint } from './prepared-knowledge.js';

/**
 * A knowledge base that can be asked: what the server, the terminal and the commands share. `knowledge` and `index` are
 * those of the last `reload`: ask for them each time.
 */
export interface KnowledgeService {
  readonly knowledge: Knowledge;
  readonly index: Index;
  readonly library: ArticleLibrary;
  readonly understanding: Understanding;
  reading(language: string): Omit<UtteranceReader, 'verdict'>;
  /** Does the first question's extra work. A server does it before it listens; a command that asks once, or never, need not. */
  warmUp(): void;
  /** Whether the files differ from those that it was opened from: somebody may have written before they were watched. */
  differsFromStart(): Promise<boolean>;
  /**
   * Reads the files again: what they say now is seen at once, and learned without blocking. Languages stay those of the
   * start.
   * @param settle waits until files that are taken away and put back (a checkout) are back
   * @throws when the folder cannot be read or holds no article any more; then everything stays as it was
   */
  reload(pause: Pause, settle?: Pause): Promise<void>;
  /** How questions would be understood with another knowledge of the same vocabulary; what customers ask meanwhile is understood as before. */
  trial(knowledge: Knowledge, pause: Pause): Promise<Understanding>;
}

/**
 * Opens a knowledge base.
 * @throws when the folder cannot be read or holds no article in any language
 */
export async function openKnowledgeService(folder: string, options: KnowledgeOptions = {}): Promise<KnowledgeService> {
  let now = await openKnowledge(folder, options);
  const { print } = now;
  let words = readersOf(now.knowledge);
  const { languages } = now.knowledge;
  const languageAsked = openLanguageAsked(languages);
  const twoQuestions = openTwoQuestions(languages);
  return {
    get knowledge() {
      return now.knowledge;
    },
    get index() {
      return now.index;
    },
    library: openLibrary(() => now.knowledge, languages),
    understanding: openUnderstanding(() => now.index),
    reading: (language) => ({
      label: matchLabel,
      answer: (text) => words.answers.read(text, language),
      mayAgree: (text) => words.answers.mayAgree(text, language),
      asks: (text) => words.answers.asks(text, language),
      declined: (text, verdict) => words.declined(text, verdict, language),
      trouble: (text) => words.trouble(text),
      namesRequest: (text) => words.request(text) !== undefined,
      awaits: (text) => words.awaited(text) !== undefined,
      twoQuestions,
      withoutSignature: (text) => words.withoutSignature(text),
      section: (text) => words.section(text),
      isSpoken: (text) => isSpoken(text, now.index.language(text, language)),
      personWord: (text) => words.person(text, language),
      languageAsked,
    }),
    warmUp: () => warmUp(now),
    differsFromStart: async () => (await fingerprint(folder)) !== print,
    reload: (pause, settle = pause) =>
      reopenKnowledge(folder, options, now, { pause, settle }, (opened) => {
        now = opened;
        words = readersOf(opened.knowledge);
      }),
    trial: async (knowledge, pause) => {
      const index = await tryKnowledge(now, knowledge, options, pause);
      return openUnderstanding(() => index);
    },
  };
}

/** What is read beside the index. */
const readersOf = ({ intents, articles }: Knowledge) => ({
  answers: openAnswerWords(intents),
  trouble: openTrouble(intents),
  request: openFindPhrase(intents, 'request'),
  awaited: openFindPhrase(intents, 'awaited'),
  declined: openDeclined(intents),
  withoutSignature: openWithoutSignature(intents),
  person: openPersonWords(intents),
  section: openSectionHeadings([...articles.values()].flatMap((versions) => [...versions.values()])),
});
