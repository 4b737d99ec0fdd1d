import type { Language } from '../intent.js';
import { words } from '../languages/language-rules.js';
import { RULED_LANGUAGES, rulesOf } from '../languages/rules-of.js';
import { foldText, isPlain } from './fold-text.js';
import { capText } from './split-text.js';

/** What a language is told by beside the text. */
export interface DetectOptions {
  /** The languages to choose from. */
  readonly languages: readonly Language[];
  /** The likeliest language before a word is read (the channel's locale); decides when the words do not. */
  readonly hint?: Language;
}

/** The language of a text, and how sure that is. */
export interface Detected {
  readonly language: Language;
  /** 0…1; 0 when it is another script or a language that is not among ours. */
  readonly confidence: number;
}

/** Letters that folding takes away, and that tell languages apart. */
const LETTERS: Readonly<Record<Language, RegExp>> = {
  fr: /[çœàèêùîôûëï]/g,
  de: /[äöüß]/g,
  es: /[ñ¿¡áíóú]/g,
  en: /\b(?:i'm|don't|'s)\b/g,
};
/** Small words of neighbours, so that they are not taken for ours. */
const STRANGERS: Readonly<Record<Language, ReadonlySet<string>>> = {
  it: words(
    'il gli che di una non per con sono della come posso dove questo nella degli voglio perche anche piu mio mia',
  ),
  pt: words('nao uma um voce os das dos como posso onde meu minha para por que esta com fazer preciso ola obrigado ja'),
  nl: words('het een van ik niet hoe waar kan mijn wat zijn voor met naar deze wij jullie dat maar goed'),
  pl: words('jak nie jest sie czy gdzie moj moje dla jest prosze mozna co na do to'),
  sv: words('och jag inte hur kan var min det som pa med hej vill'),
  tr: words('ve bir bu nasil nerede icin ben benim degil var mi'),
};
/** Endings and beginnings of words that are frequent in one language and rare in the others. */
const SHAPES: Readonly<Record<Language, RegExp>> = {
  fr: /(?:aux|eaux|eur|eurs|ement|ait|aient|ez|ier|iers|ette|ique|iques|oir|euse|age|tion|ions|ee|ees|qu)$|^(?:qu|oub|desact|supprim|declench)/,
  en: /(?:ing|ght|tion|ly|wh|th|ck|ed|ness|ful|ould|s)$|^(?:wh|th|kn|sh)/,
  de: /(?:ung|ungen|heit|keit|lich|isch|schen|en|tet|st|cht|ieren|iert|er)$|^(?:ge|ver|sch|ein|aus|auf|ab|ub)/,
  es: /(?:cion|ciones|ado|ados|ada|adas|ar|ir|mente|dad|os|as|iendo|ando|ito|illo|o|a)$|^(?:des|ll)/,
};

/** The language that a text is likeliest in. Short or mixed texts go to the hint. */
export function detectLanguage(utterance: string, { languages, hint }: DetectOptions): Detected {
  const fallback = hint ?? languages[0] ?? 'en';
  const text = capText(utterance);
  const typed = text.toLowerCase();
  const folded = foldText(text);
  const all = folded.match(isPlain(folded) ? /[a-z]+/g : /\p{L}+/gu) ?? [];
  if (all.length === 0) return { language: fallback, confidence: 0 };
  if (all.filter((word) => /[a-z]/.test(word)).length * 2 < all.length) return { language: fallback, confidence: 0 };

  const known = languages.filter((language) => RULED_LANGUAGES.includes(language.slice(0, 2)));
  const scoreOf = (language: Language) =>
    Math.min(typed.match(LETTERS[language.slice(0, 2)] ?? /$^/g)?.length ?? 0, 4) * 0.8 + wordScore(all, language);
  const scores = known.map((language) => ({ language, score: scoreOf(language) + (language === hint ? HINT : 0) }));
  scores.sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  // Nothing is known of the words of a language that a deployment added: they may be its own.
  if (!best) return { language: fallback, confidence: languages.length > 0 ? UNTOLD : 0 };
  const own = new Set(languages.map((language) => language.slice(0, 2)));
  if (known.length === languages.length) {
    const others = RULED_LANGUAGES.filter((language) => !own.has(language)).map(scoreOf);
    if (Math.max(0, ...others) - best.score > PLAINLY_ANOTHER) return { language: fallback, confidence: 0 };
  }
  const strangers = Object.entries(STRANGERS).flatMap(([language, set]) =>
    own.has(language) ? [] : [countOf(all, set)],
  );
  const stranger = Math.max(0, ...strangers);
  if (stranger * 0.9 > best.score && stranger >= 2) return { language: fallback, confidence: 0 };
  const evidence = best.score - (best.language === hint ? HINT : 0);
  if (evidence < 0.3) return { language: fallback, confidence: hint === undefined ? 0 : UNTOLD };
  return { language: best.language, confidence: 1 - 1 / (1 + Math.exp(1.5 * (best.score - (second?.score ?? 0)))) };
}

/** How sure the hint alone makes. */
const UNTOLD = 0.3;

/** By how much a language that we do not speak must be likelier than ours, in small words: less is a name or a typo. */
const PLAINLY_ANOTHER = 0.8;

/** What a hint is worth, in small words. */
const HINT = 0.7;

/** Small words count by how few languages share them; the shapes of the others count a little. */
function wordScore(all: readonly string[], language: Language): number {
  const tag = language.slice(0, 2);
  const own = worths().get(tag);
  const shape = SHAPES[tag];
  let score = 0;
  for (const word of all) {
    const worth = own?.get(word);
    if (worth !== undefined) score += worth;
    else if (word.length > 3 && shape?.test(word)) score += 0.15;
  }
  return score;
}

function countOf(all: readonly string[], set: ReadonlySet<string>): number {
  let count = 0;
  for (const word of all) if (set.has(word)) count++;
  return count;
}

/** What each small word of a language is worth. */
type Worths = ReadonlyMap<Language, ReadonlyMap<string, number>>;

let cache: Worths | undefined;

function worths(): Worths {
  if (cache) return cache;
  const small = new Map(RULED_LANGUAGES.map((language) => [language, smallWords(language)]));
  const worth = (word: string) => 1 / [...small.values()].filter((set) => set.has(word)).length ** 1.5;
  cache = new Map(
    [...small].map(([language, set]) => [language, new Map([...set].map((word) => [word, worth(word)]))]),
  );
  return cache;
}

function smallWords(language: Language): ReadonlySet<string> {
  const { stop, forms } = rulesOf(language);
  return new Set([...stop, ...Object.values(forms).flatMap((list) => list.flatMap((phrase) => phrase.split(' ')))]);
}
