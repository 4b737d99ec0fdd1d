import type { Command } from '../../channels/command.js';
import { readIntroduction } from '../../handoff/read-contact.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import type { DialogStart } from '../dialog-start.js';
import type { Memory } from '../memory.js';
import { parseIntent } from '../parse-intent.js';
import { startOfCommand, startOfDeclined } from './start-of-command.js';
import { startOfVerdict } from './start-of-verdict.js';
import type { UtteranceReader } from './utterance-reader.js';

/** What an utterance opens, with all that it says besides: the day of a reminder, who somebody is. */
export function startOfText(text: string, verdict: Verdict, memory: Memory, reading: UtteranceReader): DialogStart {
  const declined = reading.declined(text, verdict);
  if (declined) return startOfDeclined(declined, memory);
  const asked = verdict.kind === 'answer' && verdict.intent === 'language' ? reading.languageAsked(text) : undefined;
  const meant = startOfVerdict(verdict, asked, memory);
  if (meant.dialog === 'remind') return { ...meant, said: text };
  if (meant.dialog === 'handoff') return { ...meant, draft: { ...meant.draft, ...readIntroduction(text) } };
  return meant;
}

/** "Agent": a person, or what a guide says about agents? Without such a guide it is a person. */
export function startOfPersonWord({ candidates }: Verdict, memory: Memory): DialogStart {
  const article = candidates.find(({ intent }) => parseIntent(intent).kind === 'article')?.intent;
  const person = 'handoff' satisfies Command;
  return article === undefined
    ? startOfCommand(person, memory)
    : { dialog: 'choose', intents: [person, article], again: false };
}

/** Says that we do not speak the language, and goes on with what was understood all the same. */
export function startOfOtherLanguage(verdict: Verdict, start: DialogStart): DialogStart {
  return { dialog: 'language', language: 'und', resume: verdict.kind === 'answer' ? start : undefined };
}
