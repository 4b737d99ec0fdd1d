import { visible } from '../bot/visible.js';

/** A text on one line: a name with a line feed in it begins no line of its own. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** A text with signs that colour it, everything of others in it shown by {@link visible}. */
interface Printed {
  readonly drawn: string;
}

/** The one door to the terminal: nothing that came from outside is obeyed by it. Ends no line by itself. */
export function print(text: string | Printed): void {
  process.stdout.write(shown(text));
}

/** {@link print}, to where errors and progress go. */
export function printError(text: string | Printed): void {
  process.stderr.write(shown(text));
}

const shown = (text: string | Printed) => (typeof text === 'string' ? visible(text) : text.drawn);
