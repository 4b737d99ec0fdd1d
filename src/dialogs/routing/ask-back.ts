import type { Action } from '../../channels/action.js';
import { COMMANDS, hasButton } from '../../channels/command.js';
import { foldText } from '../../knowledge/understanding/text/fold-text.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import type { DialogStart } from '../dialog-start.js';
import type { Memory } from '../memory.js';
import { checkIntent, parseIntent } from '../parse-intent.js';
import { isSureQuestion } from './is-sure-question.js';
import { interrupted } from './unfinished-start.js';
import type { UtteranceReader } from './utterance-reader.js';

/**
 * The open question once more, in other words, when what was typed is no clear answer to it and means nothing else:
 * nonsense, answers that contradict each other, or what may be a yes. Nothing when it is to be taken as it is understood.
 */
export function askBack(
  text: string,
  verdict: Verdict,
  memory: Memory,
  reading: Pick<UtteranceReader, 'answer' | 'mayAgree'>,
): DialogStart | undefined {
  if (isDoubtful(text, verdict, memory, reading)) {
    const asked = interrupted(memory);
    return asked?.dialog === 'check' || asked?.dialog === 'delete-data' ? asked : onceMore(text, memory);
  }
  return isMeaningless(verdict) ? onceMore(text, memory) : undefined;
}

/**
 * What may be a yes never cancels: answers that contradict each other, and words that could agree among others that
 * mean nothing clear. Whoever names the button that refuses is clear.
 */
function isDoubtful(
  text: string,
  verdict: Verdict,
  { offered = [], open }: Memory,
  reading: Pick<UtteranceReader, 'answer' | 'mayAgree'>,
): boolean {
  const answer = reading.answer(text);
  if (answer?.kind === 'doubtful') return true;
  // "Not yet" neither sends nor cancels.
  if (answer?.kind === 'word' && answer.word === 'later' && open?.dialog === 'handoff') return true;
  // "Yes, and my request too": the question itself speaks of the request.
  const isOfCase = open?.dialog === 'delete-data' && verdict.kind === 'answer' && verdict.intent === 'case';
  if (
    (isClear(verdict) && !isOfCase) ||
    !offered.some(({ action }) => action.kind === 'yes') ||
    !reading.mayAgree(text)
  )
    return false;
  const refusing = offered.filter(({ action }) => ['no', 'cancel'].includes(action.kind));
  return !refusing.some(({ label }) => foldText(text).includes(foldText(label)));
}

/** A question, or a command that nobody gives in passing. */
function isClear(verdict: Verdict): boolean {
  if (isSureQuestion(verdict)) return true;
  const meant = verdict.kind === 'answer' ? parseIntent(verdict.intent) : undefined;
  if (meant?.kind !== 'command') return false;
  const { yieldsToSteps, interrupts } = COMMANDS[meant.command];
  // "See you later" at a question may be its "later".
  return meant.command !== 'goodbye' && !yieldsToSteps && interrupts !== 'never';
}

/** Below this probability a guide is no more than the nearest of many: at a question it is no reason to leave it. */
const UNLIKELY = 0.35;

/** Nothing that we know, and no topic or product either of which that could be said. */
function isMeaningless(verdict: Verdict): boolean {
  if (verdict.kind === 'nearest') return verdict.confidence < UNLIKELY;
  if (verdict.kind !== 'unknown' || verdict.otherProduct !== undefined) return false;
  return verdict.outside === undefined || ['gibberish', 'words-in-common'].includes(verdict.outside.topic);
}

function onceMore(
  text: string,
  { open: question, consecutiveFallbacks = 0, offered, unfinished }: Memory,
): DialogStart | undefined {
  if (question?.dialog === 'handoff') {
    return {
      dialog: 'handoff',
      draft: unfinished?.handoff ?? {},
      invalid: { field: 'confirm', typed: text, times: consecutiveFallbacks + 1 },
    };
  }
  if (consecutiveFallbacks > 0) return undefined;
  if (question?.dialog === 'delete-data') return { dialog: 'delete-data' };
  if (question?.dialog === 'choose') {
    const intents = (offered ?? []).flatMap(({ action }) => intentOf(action));
    return { dialog: 'choose', intents, again: true };
  }
  if (question?.dialog === 'steps' && unfinished?.steps)
    return { dialog: 'steps', ...unfinished.steps, why: 'confused' };
  return undefined;
}

function intentOf(action: Action): readonly string[] {
  if (action.kind === 'article') return [action.article];
  if (action.kind === 'check') return [checkIntent(action.check)];
  return hasButton(action.kind) ? [action.kind] : [];
}
