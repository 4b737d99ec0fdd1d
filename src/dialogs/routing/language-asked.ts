import { foldText } from '../../knowledge/understanding/text/fold-text.js';

/** Languages that customers may ask for by name; those that we don't have get an honest answer. */
const ASKABLE = [
  'fr',
  'en',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'ru',
  'uk',
  'ro',
  'tr',
  'ar',
  'zh',
  'ja',
  'ko',
  'sv',
  'da',
  'cs',
  'el',
  'he',
  'hi',
];

/**
 * Reads which language an utterance asks for ("in English please", "auf Deutsch", "espagnol"), by the names that the
 * platform's own language data (CLDR, through Intl) gives them in each of our languages.
 * @param languages ours, in which the names are known
 * @returns a code, also of a language that we don't have; the last one named wins ("not French, English")
 */
export function openLanguageAsked(languages: readonly string[]): (text: string) => string | undefined {
  const names = new Map<string, string>();
  for (const ui of languages) {
    const display = new Intl.DisplayNames([ui], { type: 'language' });
    for (const code of ASKABLE) {
      const name = foldText(display.of(code) ?? code);
      // "allemand" is also typed "allemande", "deutsch" also "deutsche".
      for (const ending of ['', 'e', 'es', 's']) names.set(name + ending, code);
    }
  }
  return (text) => {
    const found = foldText(text)
      .split(/[^\p{L}]+/u)
      .flatMap((word) => names.get(word) ?? []);
    return found.at(-1);
  };
}
