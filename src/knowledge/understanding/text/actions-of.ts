import type { Found } from './concepts.js';
import type { FeatureMaker } from './text-features.js';

/**
 * What a text wants done: names of actions (`languages/actions.ts`), each once. A word inside a longer name of the trade is
 * none: nobody customises a "custom field"; nor is what only tells when ("before the import").
 */
export function actionsOf(maker: FeatureMaker, words: readonly string[]): readonly string[] {
  return [...new Set(findActionsIn(maker, words).map(({ name }) => name))];
}

/** Where a text says what it wants done. */
export function findActionsIn(
  { lexicon, concepts, actions }: FeatureMaker,
  words: readonly string[],
): readonly Found[] {
  const entries = words.map((word) => lexicon.entry(word));
  const stems = entries.map(({ stem }) => stem);
  const found = actions(words, stems);
  if (found.length === 0) return [];
  const names = concepts(words, stems).filter(({ name }) => !name.startsWith('+'));
  const isPartOfName = (from: number, to: number) =>
    names.some((name) => name.from <= from && to <= name.to && name.to - name.from > to - from);
  /** "before we import", "after the move": small words lead back to one that tells when. */
  const isEvent = (from: number) => {
    for (let i = from - 1; i >= 0; i--) {
      if (lexicon.rules.timing.has(words[i] ?? '')) return true;
      if (entries[i]?.stop !== true) return false;
    }
    return false;
  };
  return found.filter(({ from, to }) => !isEvent(from) && !isPartOfName(from, to));
}
