import { foldText } from './fold-text.js';
import { hashText } from './hash.js';
import type { Language } from './intent.js';
import { EVERYDAY_TOPICS } from './languages/everyday-topics.js';
import type { Lexicon } from './lexicon.js';
import type { Vocabulary } from './vocabulary.js';

/** A concept found in a text: which, and over which words ([from, to)). */
export interface Found {
  readonly key: number;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Finds phrases in a sequence of words; the longest phrase wins, and its words are not looked at again. */
export type PhraseFinder = (words: readonly string[], stems: readonly string[]) => Found[];

const CONCEPT = 0x44;
const LONGEST_PHRASE = 5;

/**
 * A finder for the trade's concepts: words are compared by stem, so that plurals and endings need not be listed.
 * Other languages' words are known too, as written, where they mean nothing else here: jargon travels.
 */
export function findConcepts(language: Language, lexicon: Lexicon, vocabularies: Readonly<Record<Language, Vocabulary>>): PhraseFinder {
  const names = new Map<string, string>();
  for (const [concept, phrases] of Object.entries(vocabularies[language]?.synonyms ?? {}))
    for (const phrase of phrases) names.set(keyOf(phrase, (word) => lexicon.entry(word).stem), concept);
  for (const [other, { synonyms }] of Object.entries(vocabularies)) {
    if (other === language) continue;
    for (const [concept, phrases] of Object.entries(synonyms ?? {}))
      for (const phrase of phrases) {
        const key = `=${keyOf(phrase, (word) => word)}`;
        if (key.length > 4 && !names.has(key)) names.set(key, concept);
      }
  }
  for (const [topic, byLanguage] of Object.entries(EVERYDAY_TOPICS))
    for (const phrase of byLanguage[language.slice(0, 2)] ?? []) {
      const key = keyOf(phrase, (word) => lexicon.entry(word).stem);
      if (!names.has(key)) names.set(key, `+${topic}`);
    }
  return finderOver(names);
}

/** A finder for the small words of a language ("how", "mine", "look at"), compared as they are. */
export function findForms(forms: Readonly<Record<string, readonly string[]>>): PhraseFinder {
  const names = new Map<string, string>();
  for (const [form, phrases] of Object.entries(forms)) for (const phrase of phrases) names.set(`=${keyOf(phrase, (word) => word)}`, `~${form}`);
  return finderOver(names);
}

function keyOf(phrase: string, normal: (word: string) => string): string {
  return (foldText(phrase).match(/[\p{L}\p{N}]+/gu) ?? []).map(normal).join(' ');
}

function finderOver(names: ReadonlyMap<string, string>): PhraseFinder {
  const keys = new Map<string, number>();
  const longest = new Map<string, number>();
  for (const [phrase, name] of names) {
    keys.set(name, hashText(name, CONCEPT));
    const [first = ''] = phrase.split(' ');
    const length = Math.min(LONGEST_PHRASE, phrase.split(' ').length);
    longest.set(first, Math.max(longest.get(first) ?? 0, length));
  }
  return (words, stems) => {
    const found: Found[] = [];
    for (let from = 0; from < words.length; from++) {
      const asWritten = longest.get(`=${words[from]}`) ?? 0;
      const asStem = longest.get(stems[from] ?? '') ?? 0;
      for (let length = Math.min(Math.max(asWritten, asStem), words.length - from); length > 0; length--) {
        const to = from + length;
        const name =
          (length <= asStem ? names.get(stems.slice(from, to).join(' ')) : undefined) ??
          (length <= asWritten ? names.get(`=${words.slice(from, to).join(' ')}`) : undefined);
        if (name === undefined) continue;
        found.push({ key: keys.get(name) ?? 1, name, from, to });
        from = to - 1;
        break;
      }
    }
    return found;
  };
}
