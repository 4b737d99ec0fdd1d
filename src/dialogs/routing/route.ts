import type { Action } from '../../channels/action.js';
import { hasButton } from '../../channels/command.js';
import type { Inbound } from '../../channels/inbound.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import type { Announcement } from '../../outbox/outbox.js';
import type { DialogStart } from '../dialog-start.js';
import type { Memory } from '../memory.js';
import { checkIntent } from '../parse-intent.js';
import { readTransferCode } from '../transfer/transfer-code.js';
import type { StepAnswer } from '../turn.js';
import type { AnswerWord } from './answer-words.js';
import { interrupts } from './interrupts.js';
import { readChoice } from './read-choice.js';
import { routeRating } from './route-rating.js';
import { openingOf } from './start-of-action.js';
import { openingOfVerdict } from './start-of-verdict.js';
import { isStuck, type Trouble } from './trouble.js';
import { interrupted } from './unfinished-start.js';

/** What this turn is for. */
export type Route =
  | { readonly kind: 'continue'; readonly answer: StepAnswer }
  | { readonly kind: 'open'; readonly opening: DialogStart }
  /** An article was rated without a word: nothing to say, nothing to interrupt. */
  | { readonly kind: 'note'; readonly article: string; readonly helpful: boolean; readonly words?: string | undefined }
  /** Nobody asked: nothing is answered, and what is open stays open. */
  | { readonly kind: 'announce'; readonly announcement: Announcement }
  | { readonly kind: 'ignore'; readonly why: string };

/** How words are read; all pure. */
export interface UtteranceReader {
  /** What the utterance means. */
  verdict(text: string): Verdict;
  /** Which of the labels was typed, whatever its accents, case and typos; -1 when none. */
  label(text: string, labels: readonly string[]): number;
  /** The word that answers an open question, when the utterance is hardly more than that. */
  word(text: string): AnswerWord | undefined;
  /** Whether the utterance says that something does not work. */
  trouble(text: string): Trouble | undefined;
  /** The language that an utterance asks for by name. */
  languageAsked(text: string): string | undefined;
}

const open = (opening: DialogStart): Route => ({ kind: 'open', opening });

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
    case 'action':
      return routeAction(inbound.action, memory, reading);
    case 'utterance':
      if (isOnlySecret(inbound)) {
        const asked = interrupted(memory);
        return asked ? open(asked) : { kind: 'ignore', why: 'nothing but a secret' };
      }
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
  return open(openingOf(action, memory));
}

/** Actions that mean something only to the dialog that asked. */
function isLocal({ kind }: Action): boolean {
  return ['next', 'previous', 'yes', 'no', 'none', 'edit', 'practice'].includes(kind);
}

function routeUtterance(text: string, memory: Memory, reading: UtteranceReader): Route {
  if (!/[\p{L}\p{N}]/u.test(text))
    return open(
      memory.consecutiveFallbacks ? { dialog: 'unknown', verdict: NOTHING } : { dialog: 'small', what: 'empty' },
    );
  const code = readTransferCode(text);
  if (code !== undefined) return open({ dialog: 'arrive', code });
  const chosen = readChoice(text, memory, reading);
  if (chosen) return routeAction(chosen.action, memory, reading);

  const verdict = reading.verdict(text);
  const walking = memory.open?.dialog === 'steps' ? memory.unfinished?.steps : undefined;
  if (walking && isStuck(reading.trouble(text), verdict, walking.article))
    return open({ dialog: 'steps', ...walking, why: 'stuck' });
  const asked = verdict.kind === 'answer' && verdict.intent === 'language' ? reading.languageAsked(text) : undefined;
  const meant = openingOfVerdict(verdict, asked, memory);
  const opening: DialogStart = meant.dialog === 'remind' ? { ...meant, said: text } : meant;
  if (!memory.open && !isSure(verdict) && memory.because && reading.trouble(text))
    return open({ dialog: 'feedback', article: memory.because.article, said: 'not-helpful' });
  const expected = memory.open?.expects;
  if (expected !== undefined && expected !== 'choice') {
    return interrupts(text, expected, verdict) ? open(opening) : { kind: 'continue', answer: { kind: 'text', text } };
  }
  if (expected === 'choice' && isMeaningless(verdict)) return routeConfused(text, opening, memory);
  return open(opening);
}

/** Nothing that we know, and no topic or product either of which that could be said. */
function isMeaningless(verdict: Verdict): boolean {
  if (verdict.kind !== 'unknown' || verdict.otherProduct !== undefined) return false;
  return verdict.outside === undefined || ['gibberish', 'words-in-common'].includes(verdict.outside.topic);
}

/** Words that fit none of the choices and mean nothing else: the question is put once more, in other words. */
function routeConfused(
  text: string,
  opening: DialogStart,
  { open: question, consecutiveFallbacks = 0, offered, unfinished }: Memory,
): Route {
  if (question?.dialog === 'handoff') {
    return open({
      dialog: 'handoff',
      draft: unfinished?.handoff ?? {},
      invalid: { field: 'confirm', typed: text, times: consecutiveFallbacks + 1 },
    });
  }
  if (consecutiveFallbacks > 0) return open(opening);
  if (question?.dialog === 'choose') {
    const intents = (offered ?? []).flatMap(({ action }) => intentOf(action));
    return open({ dialog: 'choose', intents, again: true });
  }
  if (question?.dialog === 'steps' && unfinished?.steps)
    return open({ dialog: 'steps', ...unfinished.steps, why: 'confused' });
  return open(opening);
}

function intentOf(action: Action): readonly string[] {
  if (action.kind === 'article') return [action.article];
  if (action.kind === 'check') return [checkIntent(action.check)];
  return hasButton(action.kind) ? [action.kind] : [];
}

/** Whether it says what is meant without a doubt. */
const isSure = ({ kind }: Verdict) => kind === 'answer' || kind === 'choose';
