import { withoutPlural } from './sentence-tree.js';

type Sentences = ReadonlyMap<string, string>;

/**
 * What a translation begins from: every sentence in the other language, in the plural forms of the new one, under what it says
 * already. A form that the other language does not have is said as its `other`.
 */
export function translationStart(from: Sentences, language: string, own: Sentences): Sentences {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const start = new Map<string, string>();
  for (const [key, text] of from) {
    const bare = withoutPlural(key);
    if (bare === key) start.set(key, own.get(key) ?? text);
    else
      for (const form of forms)
        start.set(
          `${bare}_${form}`,
          own.get(`${bare}_${form}`) ?? from.get(`${bare}_${form}`) ?? from.get(`${bare}_other`) ?? text,
        );
  }
  for (const [key, text] of own) if (!start.has(key)) start.set(key, text);
  return start;
}

/** Sentences of some words that say the same in both languages: nobody has translated them yet. */
export function untranslated(from: Sentences, own: Sentences): readonly string[] {
  return [...own].flatMap(([key, text]) => {
    const original = from.get(key) ?? from.get(`${withoutPlural(key)}_other`);
    const hasWords =
      text
        .replace(/\{\{\w+\}\}/g, '')
        .split(/\P{L}+/u)
        .filter(Boolean).length > 1;
    return original === text && hasWords ? [key] : [];
  });
}
