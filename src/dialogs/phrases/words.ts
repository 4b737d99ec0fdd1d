import { createInstance, type i18n, type TFunction } from 'i18next';
import type { ContentProblem } from '../../knowledge/articles/article.js';
import { RULED_LANGUAGES } from '../../knowledge/understanding/languages/rules-of.js';
import { readSentences } from './read-sentences.js';
import { sentencesOf, treeOf, withoutPlural } from './sentence-tree.js';

/** Says a sentence of the product or of the deployment; the compiler checks the keys. */
export type Words = TFunction;

/** Says a sentence of the operators' page. */
export type OperateWords = TFunction<'operate'>;

/** Says a sentence whose key is known only as the app runs: by an id of the deployment's own, say. */
export function sayBy(t: Words, key: string, values: Readonly<Record<string, unknown>> = {}): string {
  return t(key, { ...values, defaultValue: key });
}

/** The sentences of product and deployment, by language. */
export interface Locales {
  /** The languages that have all their sentences. */
  readonly languages: readonly string[];
  readonly problems: readonly ContentProblem[];
  words(language: string): Words;
  /** The languages of the operators' page: those of the product, whatever customers speak. */
  readonly operateLanguages: readonly string[];
  /** The sentences of the operators' page; in English where the product does not speak a language. */
  operateWords(language: string): OperateWords;
  /** What is said under a key in each language, before anything is filled in, its plural forms one after the other. */
  sentence(key: string): ReadonlyMap<string, string | undefined>;
}

/** Where sentences stand: `DIR/<lng>/bot.json` of the product, `DIR/<lng>/deployment.json` of the deployment. */
export interface SentenceFolders {
  readonly product: string;
  readonly deployment: string;
}

/** The language that defines the product's keys; without it there is nothing to say. */
const FIRST = 'fr';
/** What the operators' page speaks where it does not speak theirs. */
const OFFICE = 'en';
/** The deployment has the first word: what it says stands for what the product would say. */
const NAMESPACES = ['deployment', 'bot'] as const;

type Sentences = ReadonlyMap<string, string>;

/**
 * Loads the sentences of the given languages: the product's, those that the deployment says in their place, and its own. A
 * language that the product does not speak is spoken when the deployment has all its sentences. One whose file is missing or
 * broken is named in `problems` and left out; the others speak.
 * @throws when the product's French file is missing or broken
 */
export async function openLocales(
  { product, deployment }: SentenceFolders,
  languages: readonly string[],
): Promise<Locales> {
  const problems: ContentProblem[] = [];
  const read = async (folder: string, language: string, name: string, isNeeded: boolean) => {
    const loaded = await readSentences(folder, language, name, isNeeded);
    if (loaded.kind === 'broken') problems.push(...loaded.problems);
    return loaded.kind === 'loaded' ? loaded.value && sentencesOf(loaded.value) : undefined;
  };
  const first = await read(product, FIRST, 'bot.json', true);
  if (!first)
    throw new Error(
      `Nothing can be said without ${FIRST}/bot.json: ${problems.map(({ message }) => message).join('; ')}`,
    );
  const spoken = new Map<string, { readonly bot: Sentences; readonly own: Sentences }>();
  for (const language of new Set([FIRST, ...languages])) {
    const own = (await read(deployment, language, 'deployment.json', false)) ?? new Map<string, string>();
    const isWhole = lacking(first, own).length === 0;
    const bot = language === FIRST ? first : isWhole ? own : await read(product, language, 'bot.json', true);
    if (bot) spoken.set(language, { bot, own });
  }
  const resources: Record<string, Record<string, ReturnType<typeof treeOf>>> = Object.fromEntries(
    [...spoken].map(([language, { bot, own }]) => [
      language,
      { bot: treeOf(bot), deployment: treeOf(new Map([...onlyOwn(spoken, first), ...own])) },
    ]),
  );
  const operateLanguages: string[] = [];
  for (const language of new Set([...RULED_LANGUAGES, ...spoken.keys()])) {
    const office = await read(product, language, 'operate.json', false);
    if (!office) continue;
    resources[language] = { ...resources[language], operate: treeOf(office) };
    operateLanguages.push(language);
  }
  const i18n = createInstance();
  await i18n.init({
    resources,
    defaultNS: NAMESPACES,
    ns: NAMESPACES,
    // Each language has all its sentences; one of another language would come before the product's own.
    fallbackLng: false,
    // Replies are Markdown, not HTML: words of the customer are escaped where they enter a sentence.
    interpolation: { escapeValue: false },
  });
  const words = openWords(i18n, [...spoken.keys()]);
  const operateWords = (language: string) =>
    i18n.getFixedT(operateLanguages.includes(language) ? language : OFFICE, 'operate');
  const spokenHere = languages.filter((language) => spoken.has(language));
  return {
    languages: spokenHere,
    ...{ problems, words, operateLanguages, operateWords },
    sentence: (key) => new Map(spokenHere.map((language) => [language, formsOf(key, spoken.get(language))] as const)),
  };
}

function formsOf(
  key: string,
  said: { readonly bot: Sentences; readonly own: Sentences } | undefined,
): string | undefined {
  const forms = [...(said?.own ?? []), ...(said?.bot ?? [])].filter(([each]) => withoutPlural(each) === key);
  return forms.length > 0 ? forms.map(([, text]) => text).join(' ') : undefined;
}

/** What the deployment says of its own in the first language that it speaks: better than nothing in one that lacks it. */
function onlyOwn(spoken: ReadonlyMap<string, { readonly own: Sentences }>, product: Sentences): Sentences {
  const known = new Set([...product.keys()].map(withoutPlural));
  const own = [...spoken.values()].find(({ own: said }) => said.size > 0)?.own ?? new Map<string, string>();
  return new Map([...own].filter(([key]) => !known.has(withoutPlural(key))));
}

/** Sentences that are not there, in no plural form either. */
export function lacking(wanted: Sentences, there: Sentences): readonly string[] {
  const known = new Set([...there.keys()].map(withoutPlural));
  return [...new Set([...wanted.keys()].map(withoutPlural))].filter((key) => !known.has(key));
}

/** A sentence without anything to fill in is looked up once: a turn asks for dozens of labels. */
function openWords(i18n: i18n, languages: readonly string[]): (language: string) => Words {
  const remembering = (language: string): Words => {
    const known = new Map<unknown, unknown>();
    return new Proxy(i18n.getFixedT(language), {
      apply: (t, self, given: unknown[]) => {
        const [key] = given;
        if (given.length !== 1) return Reflect.apply(t, self, given);
        const sentence = known.get(key) ?? Reflect.apply(t, self, given);
        known.set(key, sentence);
        return sentence;
      },
    });
  };
  const words = new Map(languages.map((language) => [language, remembering(language)]));
  return (language) => words.get(language) ?? words.get(FIRST) ?? i18n.getFixedT(FIRST);
}
