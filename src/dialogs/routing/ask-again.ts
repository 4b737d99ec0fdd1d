import type { Action } from '../../channels/action.js';
import type { DialogStart } from '../dialog-start.js';
import type { Memory, OpenQuestion } from '../memory.js';
import type { AnswerWord } from './answer-grammar.js';
import { interrupts } from './interrupts.js';
import { interrupted } from './unfinished-start.js';
import type { UtteranceReader } from './utterance-reader.js';

/** Answers that mean the same whatever was asked. */
const LEADS_ELSEWHERE: ReadonlySet<AnswerWord> = new Set(['steps', 'all-steps', 'resume']);

/** What the answer to a question opens that a deploy has closed. */
export interface AskedAgain {
  readonly start: DialogStart;
  /** The question is put once more: its dialog is another one now and could not take the answer. */
  readonly again?: true;
}

/** When what was typed is hardly more than an answer to such a question; nothing when it means something by itself. */
export function askAgain(
  text: string,
  memory: Memory,
  reading: Pick<UtteranceReader, 'answer' | 'verdict'>,
): AskedAgain | undefined {
  const { unanswered } = memory;
  if (!unanswered || !answers(text, unanswered, reading)) return undefined;
  if (unanswered.dialog === 'remind') return { start: { dialog: 'remind', said: text } };
  const answer = reading.answer(text);
  const step = answer?.kind === 'word' ? stepAfter(answer.word, memory) : undefined;
  return step ? { start: step } : onceMore(unanswered, memory);
}

/** As {@link askAgain}, of a button that means something only to the dialog that asked. */
export function askAgainAfter({ kind }: Action, memory: Memory): AskedAgain | undefined {
  const step = stepAfter(kind, memory);
  if (step) return { start: step };
  const { unanswered } = memory;
  return unanswered && ['yes', 'no', 'none', 'edit'].includes(kind) ? onceMore(unanswered, memory) : undefined;
}

/** On in a guide, or back: nothing has to be asked for that. */
function stepAfter(word: string, { unanswered, unfinished }: Memory): DialogStart | undefined {
  const move = ['next', 'done', 'yes'].includes(word) ? 1 : word === 'previous' ? -1 : undefined;
  if (unanswered?.dialog !== 'steps' || !unfinished?.steps || move === undefined) return undefined;
  const { article, step } = unfinished.steps;
  return { dialog: 'steps', article, step: Math.max(1, step + move) };
}

function answers(
  text: string,
  { expects }: OpenQuestion,
  reading: Pick<UtteranceReader, 'answer' | 'verdict'>,
): boolean {
  const answer = reading.answer(text);
  if (answer) return answer.kind !== 'word' || !LEADS_ELSEWHERE.has(answer.word);
  return expects !== 'choice' && !interrupts(text, expects, reading.verdict(text));
}

function onceMore(question: OpenQuestion, memory: Memory): AskedAgain | undefined {
  const start = startOfQuestion(question, memory);
  return start && { start, again: true };
}

function startOfQuestion(question: OpenQuestion, memory: Memory): DialogStart | undefined {
  const { topic, places = [] } = memory;
  const place = places.at(-1);
  switch (question.dialog) {
    case 'handoff':
      return { dialog: 'handoff', draft: memory.unfinished?.handoff ?? {} };
    case 'expect':
      return topic === 'agents' || topic === 'custom-fields' ? { dialog: 'expect', check: topic } : undefined;
    case 'choose':
      return place?.kind === 'choose' ? { dialog: 'choose', intents: place.intents, again: false } : undefined;
    default:
      return interrupted({ ...memory, open: question });
  }
}
