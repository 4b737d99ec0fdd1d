import type { ContentProblem } from '../../knowledge/articles/article.js';
import { readSentences } from './read-sentences.js';
import { sentencesOf, withoutPlural } from './sentence-tree.js';
import { lacking, type SentenceFolders } from './words.js';

type Sentences = ReadonlyMap<string, string>;

/**
 * Compares the sentences of every language with the French ones of the product, and with those of the deployment's first
 * language: none missing, none too many, the same placeholders; what is said in the product's place is given no other ones. A language
 * that the product does not speak has to say both.
 */
export async function lintSentences(
  { product, deployment }: SentenceFolders,
  languages: readonly string[],
): Promise<readonly ContentProblem[]> {
  const problems: ContentProblem[] = [];
  const read = async (folder: string, language: string, name: string, isNeeded: boolean) => {
    const loaded = await readSentences(folder, language, name, isNeeded);
    if (loaded.kind === 'broken') problems.push(...loaded.problems);
    return loaded.kind === 'loaded' && loaded.value ? sentencesOf(loaded.value) : undefined;
  };
  const ofProduct = (await read(product, 'fr', 'bot.json', true)) ?? new Map<string, string>();
  const own = new Map<string, Sentences>();
  const whole = new Map<string, Sentences>();
  for (const language of languages) {
    const said = await read(deployment, language, 'deployment.json', false);
    const isShipped = (await read(product, language, 'bot.json', false)) !== undefined;
    if (said) (isShipped ? own : whole).set(language, said);
    if (said && (!isShipped || lacking(ofProduct, said).length === 0)) continue;
    const file = `${language}/bot.json`;
    const there = await read(product, language, 'bot.json', true);
    if (there) problems.push(...differences(ofProduct, there, language).map((message) => ({ file, message })));
  }
  // What the practice account says is nobody's to say otherwise: only the languages are compared.
  const practice = new Map<string, Sentences>();
  for (const language of languages) {
    const said = await read(deployment, language, 'practice.json', false);
    if (said) practice.set(language, said);
  }
  const [told] = practice.values();
  for (const language of told ? languages : []) {
    const found = differences(told ?? new Map(), practice.get(language) ?? new Map(), language);
    problems.push(...found.map((message) => ({ file: `${language}/practice.json`, message })));
  }
  const [first] = own.values();
  for (const [language, said] of first ? own : []) {
    const file = `${language}/deployment.json`;
    const found = [...differences(first ?? said, said, language), ...strangePlaceholders(ofProduct, said)];
    problems.push(...found.map((message) => ({ file, message })));
  }
  for (const [language, said] of whole) {
    const found = differences(new Map([...ofProduct, ...(first ?? said)]), said, language);
    problems.push(...found.map((message) => ({ file: `${language}/deployment.json`, message })));
  }
  return problems;
}

function differences(reference: Sentences, own: Sentences, language: string): readonly string[] {
  const found: string[] = [];
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `_${form}`);
  for (const [key, text] of reference) {
    const said = own.get(key);
    const plural = key.slice(withoutPlural(key).length);
    if (said === undefined && (plural === '' || forms.includes(plural))) found.push(`missing: ${key}`);
    else if (said !== undefined && placeholders(said) !== placeholders(text))
      found.push(`${key}: placeholders ${placeholders(text) || 'none'} expected, not ${placeholders(said) || 'none'}`);
  }
  return [...found, ...lacking(own, reference).map((key) => `unknown: ${key}`)];
}

/** What is given to the product's sentence is all that there is to fill in. */
function strangePlaceholders(product: Sentences, own: Sentences): readonly string[] {
  const given = new Map<string, string>();
  for (const [key, text] of product) given.set(withoutPlural(key), `${given.get(withoutPlural(key)) ?? ''} ${text}`);
  return [...own].flatMap(([key, text]) => {
    const known = given.get(withoutPlural(key));
    const strange = known === undefined ? [] : placeholdersIn(text).filter((each) => !known.includes(each));
    return strange.map((each) => `${key}: nothing is given for ${each}`);
  });
}

const placeholdersIn = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
const placeholders = (text: string) => placeholdersIn(text).join(' ');
