import { COMMANDS } from '../../channels/command.js';
import { readName } from '../../handoff/read-contact.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { parseIntent } from '../parse-intent.js';
import { readDay } from '../reminders/read-day.js';
import { countWords } from './count-words.js';

/** How sure a verdict must be (0…1) to break into a question for a name: below it, "Will Stopford" meant no "stop". */
const SURE_INTERRUPTION = 0.8;
/** A command has no more words than this; whoever says more is telling something. */
const MOST_COMMAND_WORDS = 8;

/** What breaks into a question for a name or an address: a command in so many words, or a clear new question. */
export function interrupts(text: string, expected: 'name' | 'email' | 'list' | 'day', verdict: Verdict): boolean {
  if (verdict.kind !== 'answer' || verdict.confidence < SURE_INTERRUPTION) return false;
  if (expected === 'email' && text.includes('@')) return false;
  if (expected === 'list' && /[@:;\n]/.test(text)) return false;
  if (expected === 'name' && isName(text)) return false;
  if (expected === 'day' && readDay(text, new Date(0)) !== undefined) return false;
  const words = countWords(text);
  const meant = parseIntent(verdict.intent);
  const how = meant.kind === 'command' ? COMMANDS[meant.command].interrupts : 'as-sentence';
  switch (how) {
    case 'always':
      return words <= MOST_COMMAND_WORDS;
    case 'never':
      return false;
    case 'as-sentence':
      return words >= 4 || /[?？]/.test(text);
  }
}

/** "My name is Grace", "Will Stopford": whoever writes so answers the question, whatever else the words may mean. */
function isName(text: string): boolean {
  const name = readName(text);
  if (name === undefined || /[?？]/.test(text)) return false;
  if (!text.startsWith(name)) return /^\p{Lu}/u.test(name);
  return /^\p{Lu}[\p{Ll}\p{M}'’]+(?:[ -]\p{Lu}[\p{Ll}\p{M}'’]+)+$/u.test(name);
}
