import { readName } from '../../handoff/read-contact.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { readDay } from '../reminders/read-day.js';
import { countWords } from './count-words.js';

/** How sure a verdict must be (0…1) to break into a question for a name: below it, "Will Stopford" meant no "stop". */
const SURE_INTERRUPTION = 0.8;

/** What breaks into a question for a name or an address: a command in so many words, or a clear new question. */
export function interrupts(text: string, expected: 'name' | 'email' | 'list' | 'day', verdict: Verdict): boolean {
  if (verdict.kind !== 'answer' || verdict.confidence < SURE_INTERRUPTION) return false;
  if (expected === 'email' && text.includes('@')) return false;
  if (expected === 'list' && /[@:;\n]/.test(text)) return false;
  if (expected === 'name' && isName(text)) return false;
  if (expected === 'day' && readDay(text, new Date(0)) !== undefined) return false;
  const words = countWords(text);
  const isCommand = ['cancel', 'back', 'help', 'start-over', 'language', 'handoff', 'why', 'goodbye'].includes(
    verdict.intent,
  );
  if (isCommand) return words <= 8;
  if (['greeting', 'thanks'].includes(verdict.intent)) return false;
  return words >= 4 || /[?？]/.test(text);
}

/** "My name is Grace", "Will Stopford": whoever writes so answers the question, whatever else the words may mean. */
function isName(text: string): boolean {
  const name = readName(text);
  if (name === undefined || /[?？]/.test(text)) return false;
  if (!text.startsWith(name)) return /^\p{Lu}/u.test(name);
  return /^\p{Lu}[\p{Ll}\p{M}'’]+(?:[ -]\p{Lu}[\p{Ll}\p{M}'’]+)+$/u.test(name);
}
