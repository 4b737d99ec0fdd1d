import type { Language } from '../intent.js';
import { foldText } from './fold-text.js';
import type { Vocabulary } from './vocabulary.js';

/** A product named in an utterance. */
export interface Product {
  /** As the vocabulary writes it. */
  readonly name: string;
  /** `origin`: named as where the customer comes from, not as what the question is about. */
  readonly role: 'ours' | 'other' | 'origin';
  /** Words [from, to). */
  readonly from: number;
  readonly to: number;
}

export type ProductFinder = (words: readonly string[]) => readonly Product[];

/** Words of leaving one place for another, by their beginnings, in all our languages. */
const MOVING =
  /^(?:migr|import|export|quitt|venir|vien[st]|venons|venait|transf|bascul|pass(?:er|ons|e|ant)$|chang|repris|reprend|ancien|mov(?:e|ing|ed)|switch|com(?:e|ing)$|came|leav|left|old$|former|replac|umzieh|umzug|umgezogen|wechs|kommen|bisher|alte[nrsm]?$|fruher|ubertrag|mudam|mudanz|cambiam|pasamos|pasar|venimos|vengo|traslad|antigu|anterior|dejam|traspas|ubernehm|ubernomm)/;

/** Words of what was there before, by their beginnings: they stand on either side of its name ("the fields that we had in …"). */
const BEFORE =
  /^(?:ancien(?:ne|s|nes)?$|avais$|avait$|avions$|aviez$|avaient$|had$|old$|previous|hatte[nst]?$|hiess(?:en)?$|bisher|fruher|alte[nms]?$|tenia[ns]?$|teniamos$|usabamos$|llamaba|antigu|anterior)/;

/** Words between such a word and the product. */
const NEAR = 4;

/** What sets the other place against ours behind its name, words or pairs of them: "… in Freshdesk, what does it become here". */
const HERE = new Set([
  ...['ici', 'chez vous', 'equivalent', 'here', 'bei euch', 'bei ihnen', 'entsprechung'],
  ...['aqui', 'aca', 'equivalente', 'con ustedes'],
]);

/**
 * Finds products by name. Another product is an `origin` when ours is named too, when a word of moving stands just before it or
 * one of the past beside it, or when it is set against here: "we move from Zendesk, how do I …" is a question about us.
 */
export function createProductFinder(vocabularies: Readonly<Record<Language, Vocabulary>>): ProductFinder {
  const names = new Map<string, { name: string; ours: boolean }>();
  for (const { products } of Object.values(vocabularies)) {
    for (const name of products?.others ?? []) names.set(key(name), { name, ours: false });
  }
  for (const { products } of Object.values(vocabularies)) {
    for (const name of products?.ours ?? []) names.set(key(name), { name, ours: true });
  }
  const longest = Math.max(1, ...[...names.keys()].map((name) => name.split(' ').length));
  const first = new Set([...names.keys()].map((name) => name.split(' ')[0] ?? ''));
  return (words) => {
    if (!words.some((word) => first.has(word))) return [];
    const found: { name: string; ours: boolean; from: number; to: number }[] = [];
    for (let from = 0; from < words.length; from++) {
      if (!first.has(words[from] ?? '')) continue;
      for (let length = Math.min(longest, words.length - from); length > 0; length--) {
        const product = names.get(words.slice(from, from + length).join(' '));
        if (!product || (!product.ours && isJustAWord(words, from))) continue;
        found.push({ ...product, from, to: from + length });
        from += length - 1;
        break;
      }
    }
    if (found.length === 0) return [];
    const oursToo = found.some(({ ours }) => ours);
    const isHereBehind = (to: number) =>
      words.some((word, i) => i >= to && (HERE.has(word) || HERE.has(`${word} ${words[i + 1] ?? ''}`)));
    const isLeft = ({ from, to }: { readonly from: number; readonly to: number }) => {
      const before = words.slice(Math.max(0, from - NEAR), from);
      const beside = [...before, ...words.slice(to, to + NEAR)];
      return before.some((word) => MOVING.test(word)) || beside.some((word) => BEFORE.test(word));
    };
    return found.map(({ ours, ...product }) => ({
      ...product,
      role: ours ? 'ours' : oursToo || isHereBehind(product.to) || isLeft(product) ? 'origin' : 'other',
    }));
  };
}

/** Products that are named like everyday words are products only in a place: "in Front", not "front door", "by Monday". */
const EVERYDAY = new Set([
  'monday',
  'front',
  'drift',
  'crisp',
  'groove',
  'notion',
  'square',
  'hive',
  'pylon',
  'thread',
  'plain',
]);
const PLACES = new Set([
  'in',
  'dans',
  'en',
  'de',
  'from',
  'bei',
  'im',
  'aus',
  'von',
  'chez',
  'sur',
  'd',
  'del',
  'using',
  'with',
  'avec',
  'mit',
  'con',
  'vers',
  'to',
  'our',
  'notre',
  'unser',
  'nuestro',
  'mon',
  'my',
]);

function isJustAWord(words: readonly string[], from: number): boolean {
  return EVERYDAY.has(words[from] ?? '') && !PLACES.has(words[from - 1] ?? '');
}

function key(name: string): string {
  return (foldText(name).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
