import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createInstance, type i18n, type TFunction } from 'i18next';
import { z } from 'zod';
import type { ContentProblem, Loaded } from '../../knowledge/articles/article.js';
import { readYaml } from '../../knowledge/articles/read-yaml.js';

/** Says a sentence of `locales/<lng>/bot.json`; the compiler checks the keys. */
export type Words = TFunction;

export interface Locales {
  /** The languages that have all their sentences. */
  readonly languages: readonly string[];
  readonly problems: readonly ContentProblem[];
  words(language: string): Words;
}

/** The language that defines the keys; without it there is nothing to say. */
const FIRST = 'fr';

const sentencesFile = z.record(z.string(), z.unknown());

/**
 * Loads the sentences of the given languages from `DIR/<lng>/bot.json`. A language whose file is missing or broken is
 * named in `problems` and left out; the others speak.
 * @throws when the French file is missing or broken
 */
export async function openLocales(folder: string, languages: readonly string[]): Promise<Locales> {
  const resources: Record<string, { bot: Record<string, unknown> }> = {};
  const problems: ContentProblem[] = [];
  for (const language of new Set([FIRST, ...languages])) {
    const read = await readSentences(join(folder, language, 'bot.json'));
    if (read.kind === 'loaded') resources[language] = { bot: read.value };
    else problems.push(...read.problems);
  }
  if (!resources[FIRST])
    throw new Error(
      `Nothing can be said without ${FIRST}/bot.json: ${problems.map(({ message }) => message).join('; ')}`,
    );
  const i18n = createInstance();
  await i18n.init({
    resources,
    defaultNS: 'bot',
    ns: ['bot'],
    fallbackLng: FIRST,
    // Replies are Markdown, not HTML: words of the customer are escaped where they enter a sentence.
    interpolation: { escapeValue: false },
  });
  return {
    languages: languages.filter((language) => resources[language]),
    problems,
    words: openWords(i18n, Object.keys(resources)),
  };
}

/** A sentence without anything to fill in is looked up once: a turn asks for dozens of labels. */
function openWords(i18n: i18n, languages: readonly string[]): (language: string) => Words {
  const remembering = (language: string): Words => {
    const known = new Map<unknown, unknown>();
    return new Proxy(i18n.getFixedT(language, 'bot'), {
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
  return (language) => words.get(language) ?? i18n.getFixedT(language, 'bot');
}

/** JSON is read as the YAML that it is: an error then has its line. */
export async function readSentences(path: string): Promise<Loaded<Record<string, unknown>>> {
  const file = relative(process.cwd(), path);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined)
    return { kind: 'broken', problems: [{ file, message: 'the sentences of this language are missing' }] };
  return readYaml(file, text, sentencesFile);
}
