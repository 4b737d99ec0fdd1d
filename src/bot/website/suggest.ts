import { cutSecrets } from '../../channels/secrets/cut-secrets.js';
import type { Article } from '../../knowledge/articles/article.js';
import type { PageDeps } from './page-deps.js';

/** One line under the box in which a customer types. */
export interface Suggestion {
  /** What would be asked, or the article's title. */
  readonly title: string;
  readonly article: string;
}

/** More would cover the conversation. */
const MOST = 5;
/** Fewer letters say nothing, in UTF-16 units. */
const SHORTEST = 2;
const LONGEST = 200;

/** Guides for what has been typed so far: whole questions that go on like it first, then what the index finds. */
export function suggest({ list, search }: PageDeps, typed: string, language: string): readonly Suggestion[] {
  // What is searched for is learned by no cache with a key in it.
  const text = cutSecrets(typed.trim().slice(0, LONGEST)).text;
  if (text.length < SHORTEST) return [];
  const start = fold(text).split(' ');
  const begun = list(language).flatMap((article) => {
    const question = [article.title, ...article.questions].find((each) => goesOn(each, start));
    return question === undefined ? [] : [suggestion(article, question)];
  });
  const found = search(text, language).map((article) => suggestion(article, article.title));
  const once = new Map<string, Suggestion>();
  for (const each of [...begun, ...found]) if (!once.has(each.article)) once.set(each.article, each);
  return [...once.values()].slice(0, MOST);
}

const suggestion = ({ id }: Article, title: string): Suggestion => ({ title, article: id });

/** Has all the words, the last one perhaps unfinished. */
function goesOn(question: string, start: readonly string[]): boolean {
  const words = fold(question).split(' ');
  return start.every((word, i) => words.some((each) => (i < start.length - 1 ? each === word : each.startsWith(word))));
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
