import type { Reason, Verdict } from '../../knowledge/understanding/verdict.js';
import type { DialogStart } from '../dialog-start.js';
import type { Memory } from '../memory.js';
import { interrupted, openingOfBack, whatIsGoingOn } from './start-of-action.js';

/**
 * What an utterance opens, given what it means.
 * @param languageAsked the language that it names, when it asks for one
 */
export function openingOfVerdict(verdict: Verdict, languageAsked: string | undefined, memory: Memory): DialogStart {
  switch (verdict.kind) {
    case 'unknown':
      return { dialog: 'unknown', verdict };
    case 'choose':
      return { dialog: 'choose', intents: verdict.intents, again: false };
    case 'answer':
      return openingOfIntent(verdict.intent, languageAsked, memory) ?? articleOrCheck(verdict);
  }
}

function articleOrCheck({ intent, confidence, reasons }: Extract<Verdict, { kind: 'answer' }>): DialogStart {
  if (intent.startsWith('check:')) return { dialog: 'check', check: intent.slice('check:'.length) };
  return {
    dialog: 'answer',
    article: intent,
    because: { article: intent, confidence, reasons: reasons.filter(isTold) },
  };
}

/** Whether `phrases/because.ts` has words for it: what is remembered is read and written at every turn. */
const isTold = ({ kind }: Reason) => kind === 'matched-words' || kind === 'nearest-example';

/** Commands: the same words in every state, decided here and nowhere else (rule 5). */
function openingOfIntent(intent: string, language: string | undefined, memory: Memory): DialogStart | undefined {
  switch (intent) {
    case 'greeting':
      return { dialog: 'welcome', scope: 'personal', tone: memory.greeted ? 'again' : 'first' };
    case 'thanks':
    case 'goodbye':
    case 'privacy':
    case 'help':
      return { dialog: 'small', what: intent };
    case 'handoff':
      return { dialog: 'handoff', draft: memory.unfinished?.handoff ?? {} };
    case 'cancel':
      return { dialog: 'cancel', what: whatIsGoingOn(memory) };
    case 'back':
      return openingOfBack(memory);
    case 'start-over':
      return { dialog: 'welcome', scope: 'personal', tone: 'fresh' };
    case 'language':
      return { dialog: 'language', language, resume: interrupted(memory) };
    case 'forget-key':
      return { dialog: 'forget-key' };
    case 'put-back':
      return { dialog: 'check', check: 'put-back' };
    case 'remind':
      return { dialog: 'remind' };
    case 'stop-reminders':
      return { dialog: 'cancel', what: 'reminders' };
    case 'carry':
      return { dialog: 'carry' };
    case 'why':
      return { dialog: 'why' };
    default:
      return undefined;
  }
}
