import { createFinder } from '../knowledge/understanding/fuzzy.js';

/** How near to a label a typed text must be: two wrong letters in ten still count, another word does not. */
const NEAR = 0.7;

/** Which label was typed, whatever its case, accents and typos (rule 15); -1 when none, or when two are as near. */
export function matchLabel(text: string, labels: readonly string[]): number {
  if (labels.length === 0) return -1;
  const numbered = labels.map((label, index) => ({ label, index }));
  const [first, second] = createFinder(numbered, ({ label }) => label, { least: NEAR, limit: 2 })(text);
  if (!first || (second && second.score === first.score)) return -1;
  return first.item.index;
}
