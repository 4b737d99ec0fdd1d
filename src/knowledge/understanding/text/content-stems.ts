import type { Language } from '../intent.js';
import { openLexicon } from './lexicon.js';
import { capText, splitWords } from './split-text.js';

/**
 * What a text is about: the stems of its words, each once; neither words that say nothing of a subject nor those that
 * only ask ("how do I").
 */
export function contentStems(text: string, language: Language): readonly string[] {
  const lexicon = openLexicon(language);
  const asking = askingWords(language);
  const stems = new Set<string>();
  // Each word once: what looks like a key is analysed anew each time.
  for (const each of new Set(splitWords(capText(text)))) {
    const { word, stem, stop } = lexicon.entry(each);
    if (!stop && !asking.has(word)) stems.add(stem);
  }
  return [...stems];
}

const known = new Map<Language, ReadonlySet<string>>();

function askingWords(language: Language): ReadonlySet<string> {
  const held = known.get(language) ?? new Set(Object.values(openLexicon(language).rules.forms).flat());
  known.set(language, held);
  return held;
}
