import type { Language } from '../intent.js';
import { ACTIONS } from '../languages/actions.js';
import { EVERYDAY_TOPICS } from '../languages/everyday-topics.js';
import { foldText } from './fold-text.js';
import { hashText } from './hash.js';
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
const SIMPLE = /^[a-z]+$/;

/**
 * A finder for the trade's concepts: words are compared by stem, so that plurals and endings need not be listed.
 * Other languages' words are known too, as written, where they mean nothing else here: jargon travels.
 */
export function findConcepts(
  language: Language,
  lexicon: Lexicon,
  vocabularies: Readonly<Record<Language, Vocabulary>>,
): PhraseFinder {
  const names = new Map<string, string>();
  for (const [concept, phrases] of Object.entries(vocabularies[language]?.synonyms ?? {}))
    for (const phrase of phrases)
      names.set(
        keyOf(phrase, (word) => lexicon.entry(word).stem),
        concept,
      );
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

/** A finder for what a customer wants done, compared by stem. */
export function findActions(language: Language, lexicon: Lexicon): PhraseFinder {
  const names = new Map<string, string>();
  for (const [action, byLanguage] of Object.entries(ACTIONS))
    for (const phrase of byLanguage[language.slice(0, 2)] ?? []) {
      const key = keyOf(phrase, (word) => lexicon.entry(word).stem);
      if (!names.has(key)) names.set(key, action);
    }
  return finderOver(names);
}

/** A finder for the small words of a language ("how", "mine", "look at"), compared as they are. */
export function findForms(forms: Readonly<Record<string, readonly string[]>>): PhraseFinder {
  const names = new Map<string, string>();
  for (const [form, phrases] of Object.entries(forms))
    for (const phrase of phrases) names.set(`=${keyOf(phrase, (word) => word)}`, `~${form}`);
  return finderOver(names);
}

function keyOf(phrase: string, normal: (word: string) => string): string {
  if (SIMPLE.test(phrase)) return normal(phrase);
  return (foldText(phrase).match(/[\p{L}\p{N}]+/gu) ?? []).map(normal).join(' ');
}

/** `=written` phrases are compared as written, the others by stem. */
function finderOver(names: ReadonlyMap<string, string>): PhraseFinder {
  const [written, stemmed] = [phraseTable(), phraseTable()];
  for (const [phrase, name] of names) {
    if (phrase.startsWith('=')) written.put(phrase.slice(1), name);
    else stemmed.put(phrase, name);
  }
  return (words, stems) => {
    const found: Found[] = [];
    for (let from = 0; from < words.length; from++) {
      const asWritten = written.lengths.get(words[from] ?? '') ?? 0;
      const asStem = stemmed.lengths.get(stems[from] ?? '') ?? 0;
      const either = asWritten | asStem;
      if (either === 0) continue;
      for (let length = Math.min(LONGEST_PHRASE, words.length - from); length > 0; length--) {
        const bit = 1 << length;
        if ((either & bit) === 0) continue;
        const to = from + length;
        const phrase =
          (asStem & bit ? stemmed.find(stems, from, to) : undefined) ??
          (asWritten & bit ? written.find(words, from, to) : undefined);
        if (phrase === undefined) continue;
        found.push({ key: phrase.key, name: phrase.name, from, to });
        from = to - 1;
        break;
      }
    }
    return found;
  };
}

/** Phrases with their concepts, and which lengths (as bits) the phrases have that begin with a word. */
function phraseTable() {
  const phrases = new Map<string, { key: number; name: string }>();
  const lengths = new Map<string, number>();
  return {
    lengths,
    find: (words: readonly string[], from: number, to: number) =>
      phrases.get(to - from === 1 ? (words[from] ?? '') : words.slice(from, to).join(' ')),
    put: (phrase: string, name: string) => {
      const [first = '', ...rest] = phrase.split(' ');
      if (rest.length >= LONGEST_PHRASE) return;
      phrases.set(phrase, { key: hashText(name, CONCEPT), name });
      lengths.set(first, (lengths.get(first) ?? 0) | (1 << (rest.length + 1)));
    },
  };
}
