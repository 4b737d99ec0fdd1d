import type { Verdict } from '../../knowledge/understanding/verdict.js';
import type { ReadAnswer } from './answer-words.js';
import type { Declined } from './declined.js';
import type { TwoQuestions } from './second-question.js';
import type { SectionPlace } from './section-headings.js';
import type { Trouble } from './trouble.js';

/** How words are read; all pure. */
export interface UtteranceReader {
  /** What the utterance means. */
  verdict(text: string): Verdict;
  /** Which of the labels was typed, whatever its accents, case and typos; -1 when none. */
  label(text: string, labels: readonly string[]): number;
  /** What it answers to an open question, when the utterance is hardly more than that. */
  answer(text: string): ReadAnswer | undefined;
  /** Whether a word in it could be a yes. */
  mayAgree(text: string): boolean;
  /** Whether it is put as a question, with a mark or without. */
  asks(text: string): boolean;
  /** What it asks not to be done: a command, of an utterance that means it, or a look at the account. */
  declined(text: string, verdict: Verdict): Declined | undefined;
  /** Whether the utterance says that something does not work. */
  trouble(text: string): Trouble | undefined;
  /** Whether it speaks of somebody's getting back to the customer. */
  awaits(text: string): boolean;
  /** Whether it names what was handed over: "my request". */
  namesRequest(text: string): boolean;
  /** Two questions about different things in one message. */
  twoQuestions(text: string, judge: (text: string) => Verdict): TwoQuestions | undefined;
  /** Without what stands under a message and is none of it. */
  withoutSignature(text: string): string;
  /** The section of a guide whose heading was typed. */
  section(text: string): SectionPlace | undefined;
  /** Whether a text is in a language that we speak, as far as its words tell. */
  isSpoken(text: string): boolean;
  /** The plainest word for the same, when it may mean a person to talk to as well as what a guide is about: "agent". */
  personWord(text: string): string | undefined;
  /** The language that an utterance asks for by name. */
  languageAsked(text: string): string | undefined;
}
