import type { Reason, Verdict } from '../../knowledge/understanding/verdict.js';
import type { DialogStart } from '../dialog-start.js';
import type { Memory } from '../memory.js';
import { parseIntent } from '../parse-intent.js';
import { startOfCommand } from './start-of-command.js';

/**
 * What an utterance opens, given what it means.
 * @param languageAsked the language that it names, when it asks for one
 */
export function startOfVerdict(verdict: Verdict, languageAsked: string | undefined, memory: Memory): DialogStart {
  switch (verdict.kind) {
    case 'unknown':
      return { dialog: 'unknown', verdict };
    case 'nearest':
      return { dialog: 'nearest', intent: verdict.intent, task: verdict.task };
    case 'choose':
      return { dialog: 'choose', intents: verdict.intents, again: false };
    case 'answer':
      return startOfAnswer(verdict, languageAsked, memory);
  }
}

function startOfAnswer(
  { intent, section, confidence, reasons }: Extract<Verdict, { kind: 'answer' }>,
  languageAsked: string | undefined,
  memory: Memory,
): DialogStart {
  const meant = parseIntent(intent);
  switch (meant.kind) {
    case 'command':
      return startOfCommand(meant.command, memory, languageAsked);
    case 'check':
      return { dialog: 'check', check: meant.target };
    case 'article':
      return {
        dialog: 'answer',
        article: meant.id,
        ...(section === undefined ? {} : { section }),
        because: { article: meant.id, confidence, reasons: reasons.filter(isTold) },
      };
  }
}

/** Whether `phrases/because.ts` has words for it: what is remembered is read and written at every turn. */
const isTold = ({ kind }: Reason) => kind === 'matched-words' || kind === 'nearest-example';
