import type { Action } from '../../channels/action.js';
import type { Command } from '../../channels/command.js';
import type { Inbound } from '../../channels/inbound.js';
import { readIntroduction } from '../../handoff/read-contact.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import type { Announcement } from '../../outbox/outbox.js';
import type { DialogStart } from '../dialog-start.js';
import type { Memory, OpenQuestion } from '../memory.js';
import { readTransferCode } from '../transfer/transfer-code.js';
import type { StepAnswer } from '../turn.js';
import { askAgain, askAgainAfter } from './ask-again.js';
import { askBack } from './ask-back.js';
import { countWords } from './count-words.js';
import { demandsPerson } from './demands-person.js';
import { interrupts } from './interrupts.js';
import { isSureQuestion } from './is-sure-question.js';
import { readChoice } from './read-choice.js';
import { routeRating } from './route-rating.js';
import { startOfAction } from './start-of-action.js';
import { startOfCommand, startOfDeclined } from './start-of-command.js';
import { startOfOtherLanguage, startOfPersonWord, startOfText } from './start-of-text.js';
import { isStuck } from './trouble.js';
import { interrupted } from './unfinished-start.js';
import type { UtteranceReader } from './utterance-reader.js';

/** What this turn is for. */
export type Route =
  | { readonly kind: 'continue'; readonly answer: StepAnswer }
  | {
      readonly kind: 'open';
      readonly start: DialogStart;
      /** The id of the intent that was asked for in the same message, to be offered behind it. */
      readonly also?: string;
      /** It has been asked before, by dialogs that are no more. */
      readonly again?: true;
    }
  /** An article was rated without a word: nothing to say, nothing to interrupt. */
  | { readonly kind: 'note'; readonly article: string; readonly helpful: boolean; readonly words?: string | undefined }
  /** Nobody asked: nothing is answered, and what is open stays open. */
  | { readonly kind: 'announce'; readonly announcement: Announcement }
  | { readonly kind: 'ignore'; readonly why: string };

const open = (start: DialogStart): Route => ({ kind: 'open', start });

/** What is understood of a message without a letter or a digit. */
const NOTHING = { candidates: [], reasons: [] };

/**
 * Decides once, before any dialog, what a turn is for: a button, an answer to the open question, a command, or a new
 * question. A dialog never has to know how to be interrupted.
 */
export function route(inbound: Exclude<Inbound, { kind: 'left' }>, memory: Memory, reading: UtteranceReader): Route {
  switch (inbound.kind) {
    case 'ignored':
      return { kind: 'ignore', why: inbound.why };
    case 'joined':
      if (memory.greeted) return { kind: 'ignore', why: 'already greeted' };
      return open({ dialog: 'welcome', scope: inbound.scope, tone: 'first' });
    case 'rating':
      return routeRating(inbound, memory);
    case 'due':
      return { kind: 'announce', announcement: inbound.announcement };
    case 'unread':
      return open({ dialog: 'unread', what: inbound.what, resume: interrupted(memory) });
    case 'action':
      return routeAction(inbound.action, memory, reading);
    case 'utterance':
      if (isOnlySecret(inbound)) {
        const asked = interrupted(memory);
        return asked ? open(asked) : { kind: 'ignore', why: 'nothing but a secret' };
      }
      // What was asked for in words has its answer and is past; a question can be asked anew.
      if (inbound.isEdit && memory.open && memory.open.expects !== 'choice')
        return open({ dialog: 'unread', what: 'edited', resume: interrupted(memory) });
      return routeUtterance(inbound.text, memory, reading);
  }
}

/** A message that was nothing but a secret has been answered by the warning. */
function isOnlySecret({ text, secrets }: Extract<Inbound, { kind: 'utterance' }>): boolean {
  return secrets.length > 0 && text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length < 3;
}

function routeAction(action: Action, memory: Memory, reading: UtteranceReader): Route {
  if (action.kind === 'ask')
    return routeUtterance(action.question, { ...memory, open: undefined, offered: [] }, reading);
  if (
    memory.open?.expects === 'choice' &&
    isLocal(action) &&
    memory.offered?.some((o) => o.action.kind === action.kind)
  ) {
    return { kind: 'continue', answer: { kind: 'action', action } };
  }
  const again = askAgainAfter(action, memory);
  return again ? { kind: 'open', ...again } : open(startOfAction(action, memory));
}

/** Actions that mean something only to the dialog that asked. */
function isLocal({ kind }: Action): boolean {
  return ['next', 'previous', 'yes', 'no', 'none', 'edit', 'practice'].includes(kind);
}

function routeUtterance(typed: string, memory: Memory, reading: UtteranceReader): Route {
  const code = readTransferCode(typed);
  if (code !== undefined) return open({ dialog: 'arrive', code });
  const text = reading.withoutSignature(typed);
  const again = askAgain(text, memory, reading);
  if (again) return { kind: 'open', ...again };
  const corrected = startOfCorrection(text, memory);
  if (corrected) return open(corrected);
  const chosen = readChoice(text, memory, reading);
  if (chosen) return routeAction(chosen.action, memory, reading);
  // A picture that answers no question, or the line of a mail program.
  if (!/[\p{L}\p{N}]/u.test(text)) return open(startOfPicture(text, memory, reading) ?? startOfNothing(memory));
  const expected = memory.open?.expects;
  if (expected !== undefined && expected !== 'choice') return routeText(text, expected, memory, reading);

  const section = reading.section(text);
  if (section) return open({ dialog: 'section', ...section });
  const verdict = reading.verdict(text);
  const refusal = memory.open?.dialog === 'check' && memory.offered?.find(({ action }) => action.kind === 'no');
  if (refusal && reading.declined(text, verdict) === 'check') return routeAction(refusal.action, memory, reading);
  const notYet = memory.offered?.find(({ action }) => action.kind === 'email-off' && !action.confirmed);
  if (notYet && !isSureQuestion(verdict) && (reading.mayAgree(text) || isCommand(verdict, 'goodbye')))
    return routeAction(notYet.action, memory, reading);
  if (memory.sent && !memory.open && isCommand(verdict, 'cancel') && reading.namesRequest(text))
    return open(startOfCommand('case', memory));
  const walking = memory.open?.dialog === 'steps' ? memory.unfinished?.steps : undefined;
  const trouble = reading.trouble(text);
  if (walking && isStuck(trouble, verdict, walking.article)) return open({ dialog: 'steps', ...walking, why: 'stuck' });
  const shown = memory.because?.article ?? memory.topic;
  if (!memory.open && shown !== undefined && (trouble === 'only' || (trouble && !isSure(verdict))))
    return open({ dialog: 'feedback', article: shown, said: 'not-helpful' });
  if (!memory.open && trouble === 'only') return open({ dialog: 'unknown', verdict: NOTHING });
  const demand = isSure(verdict) ? undefined : demandsPerson(text, verdict, reading.verdict);
  if (demand) {
    const declined = reading.declined(text, demand);
    return open(declined ? startOfDeclined(declined, memory) : startOfCommand('handoff', memory));
  }
  if (memory.sent && !isSure(verdict) && reading.awaits(text)) return open(startOfCommand('case', memory));
  const isFree = memory.open === undefined || memory.open.dialog === 'choose';
  const person = isFree ? reading.personWord(text) : undefined;
  if (person !== undefined) return open(startOfPersonWord(reading.verdict(person), memory));
  const two = reading.twoQuestions(text, reading.verdict);
  const start = startOfText(text, two?.first ?? verdict, memory, reading);
  if (!reading.isSpoken(text)) return open(startOfOtherLanguage(verdict, start));
  const asked = expected === 'choice' && !two ? askBack(text, verdict, memory, reading) : undefined;
  return asked ? open(asked) : { kind: 'open', start, ...(two ? { also: two.second } : {}) };
}

/** A thumb down at a step, or under a guide. */
function startOfPicture(
  text: string,
  { open: question, unfinished, because, topic }: Memory,
  reading: UtteranceReader,
): DialogStart | undefined {
  const answer = reading.answer(text);
  if (answer?.kind !== 'word' || answer.word !== 'no') return undefined;
  if (question?.dialog === 'steps' && unfinished?.steps) return { dialog: 'steps', ...unfinished.steps, why: 'stuck' };
  const shown = because?.article ?? topic;
  return question || shown === undefined ? undefined : { dialog: 'feedback', article: shown, said: 'not-helpful' };
}

/** Nothing was said: once it may be a slip. */
const startOfNothing = ({ consecutiveFallbacks }: Memory): DialogStart =>
  consecutiveFallbacks ? { dialog: 'unknown', verdict: NOTHING } : { dialog: 'small', what: 'empty' };

/** Words for a question that waits for words; what clearly means something else breaks in. */
function routeText(
  text: string,
  expected: Exclude<OpenQuestion['expects'], 'choice'>,
  memory: Memory,
  reading: UtteranceReader,
): Route {
  const verdict = reading.verdict(text);
  const isDeclined = reading.declined(text, verdict) !== undefined && countWords(text) > 2;
  if (isDeclined || interrupts(text, expected, verdict)) return open(startOfText(text, verdict, memory, reading));
  if (expected === 'name' && isNoName(text, reading)) {
    const invalid = { field: 'name', typed: text, times: (memory.consecutiveFallbacks ?? 0) + 1 } as const;
    return open({ dialog: 'handoff', draft: memory.unfinished?.handoff ?? {}, invalid });
  }
  return { kind: 'continue', answer: { kind: 'text', text } };
}

/** "Why do you need my name" is none; "Will Does Wong" may be one. */
function isNoName(text: string, reading: UtteranceReader): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return (
    words.length > 2 &&
    reading.asks(text) &&
    readIntroduction(text).name === undefined &&
    !text.includes('@') &&
    !words.every((word) => /^\p{Lu}/u.test(word))
  );
}

/** Whom to answer and where, told anew when we ask whether to send. */
function startOfCorrection(text: string, { open: question, unfinished }: Memory): DialogStart | undefined {
  if (question?.dialog !== 'handoff' || question.expects !== 'choice') return undefined;
  const before = unfinished?.handoff ?? {};
  const draft = { ...before, ...readIntroduction(text) };
  const isSame = draft.name === before.name && draft.email === before.email;
  return isSame ? undefined : { dialog: 'handoff', draft };
}

const isCommand = (verdict: Verdict, command: Command): boolean =>
  verdict.kind === 'answer' && verdict.intent === command;

/** Whether it says what is meant without a doubt. */
const isSure = ({ kind }: Verdict) => kind === 'answer' || kind === 'choose';
