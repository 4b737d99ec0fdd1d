import { foldText } from '../../knowledge/understanding/text/fold-text.js';
import { createFinder } from '../../knowledge/understanding/text/fuzzy.js';
import { editsBetween } from '../../knowledge/understanding/text/speller.js';

/** How near to a label a typed text must be to be looked at closely. */
const NEAR = 0.5;
/** One letter makes another word of a short one ("oui", "qui"): up to so many letters it must be typed as it is. */
const SHORT = 4;
/** One letter in so many may be wrong, missing, too many or in its neighbour's place. */
const LETTERS_PER_TYPO = 6;
/** Words from so many letters on may have two typos. */
const LONG_WORD = 9;
/** How much longer than a label what is typed for it may be. */
const LONGER = 2;

/** Which label was typed, whatever its case, accents and typos (rule 15); -1 when none, or when two are as near. */
export function matchLabel(text: string, labels: readonly string[]): number {
  const typed = tidy(text.slice(0, 1000));
  // A sentence is no label: most turns end here.
  if (!labels.some((label) => typed.length <= label.length * LONGER)) return -1;
  const near = labels.flatMap((each, index) => {
    const label = tidy(each);
    const most = typosIn(label);
    const edits = editsBetween(typed, label, most);
    return edits <= most && (edits <= 1 || haveSameWords(typed, label)) ? [{ label, index, edits }] : [];
  });
  if (typed === '' || near.length === 0) return -1;
  const [first, second] = (near.some(({ edits }) => edits === 0) ? near : alike(typed, near)).sort(
    (a, b) => a.edits - b.edits,
  );
  return !first || second?.edits === first.edits ? -1 : first.index;
}

/** Whether each word of several typos is meant: another word is no typo ("everything was on", "not everything is off"). */
function haveSameWords(typed: string, label: string): boolean {
  const [words, meant] = [typed.split(' '), label.split(' ')];
  // A typo may be in the place of a space.
  if (editsBetween(words.join(''), meant.join(''), 1) <= 1) return true;
  return (
    words.length === meant.length &&
    words.every((word, i) => {
      const wanted = meant[i] ?? '';
      const most = wanted.length >= LONG_WORD ? 2 : 1;
      return editsBetween(word, wanted, most) <= most;
    })
  );
}

/** Those that are like it as a whole, too. */
function alike<Label extends { readonly label: string }>(typed: string, labels: readonly Label[]): Label[] {
  const find = createFinder(labels, ({ label }) => label, { least: NEAR, limit: labels.length });
  return find(typed).map(({ item }) => item);
}

function typosIn({ length }: string): number {
  return length <= SHORT ? 0 : Math.ceil(length / LETTERS_PER_TYPO);
}

/** Letters and digits only: "Étape par étape !" and "etape par etape" are one. */
const tidy = (text: string) =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
