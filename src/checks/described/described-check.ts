import { z } from 'zod';
import type { Condition } from './condition.js';
import type { JsonPath } from './json-path.js';
import { type FileFault, missingSentence, type SentenceOf } from './missing-sentence.js';
import { condition, pathsOf } from './read-condition.js';
import { type Tell, tell, tellPaths } from './tell.js';

/** A check as a checks file writes it. */
export interface WrittenCheck {
  /** The article that mends what it finds. */
  readonly article?: string | undefined;
  readonly ok: Condition;
  /** What is wrong when it is proven, by the name of its sentence. */
  readonly problems: Readonly<Record<string, Condition>>;
  /** Why nobody can tell when it is proven, by the name of its sentence. */
  readonly doubts: Readonly<Record<string, Condition>>;
  /** What is filled into its sentences. */
  readonly tell: Readonly<Record<string, Tell>>;
}

/** One check: OK when `ok` is proven and nothing else is, nor may be. */
export interface DescribedCheck extends WrittenCheck {
  readonly id: string;
  /** The requests that it reads. */
  readonly needs: readonly string[];
  /** What its OK has to tell, by name: without it there is no OK. */
  readonly okTells: readonly string[];
}

/** How a check, a problem and a doubt may be named. */
export const CHECK_NAME = /^[a-z][a-z0-9-]{0,60}$/;

/** The form of a {@link WrittenCheck}. */
export const writtenCheck: z.ZodType<WrittenCheck> = z.strictObject({
  article: z.string().optional(),
  ok: condition,
  problems: z.record(z.string().regex(CHECK_NAME), condition).default({}),
  doubts: z.record(z.string().regex(CHECK_NAME), condition).default({}),
  tell: z.record(z.string().regex(/^\w{1,40}$/), tell).default({}),
});

/** What a check is held against. */
interface CheckWorld {
  /** Names of the file's requests. */
  readonly requests: readonly string[];
  readonly articles: ReadonlySet<string>;
  readonly sentence: SentenceOf;
}

/** What would make a check fail later: articles, requests and sentences that are not there. */
export function checkFaults(
  id: string,
  check: WrittenCheck,
  { requests, articles, sentence }: CheckWorld,
): readonly FileFault[] {
  const faults: FileFault[] = [];
  if (check.article !== undefined && !articles.has(check.article))
    faults.push([['article'], `there is no article "${check.article}"`]);
  for (const [path, used] of pathsWithPlace(check))
    if (used.first === undefined || !requests.includes(used.first))
      faults.push([path, `${used.text}: begins with no request: $.${requests[0] ?? 'request'}.… expected`]);
  for (const [path, key] of sentencesOf(id, check)) {
    faults.push(...missingSentence(sentence, path, key));
    for (const [language, said] of sentence(key))
      for (const name of placeholdersIn(said ?? '').filter((one) => !Object.hasOwn(check.tell, one)))
        faults.push([path, `the sentence ${key} (${language}) names {{${name}}}, which tell: does not have`]);
  }
  return faults;
}

/** A written check with what it reads and what its OK tells. */
export function describedCheck(id: string, check: WrittenCheck, sentence: SentenceOf): DescribedCheck {
  const needs = pathsWithPlace(check).flatMap(([, { first }]) => (first === undefined ? [] : [first]));
  const okTells = [...sentence(`checks.${id}.ok`).values()].flatMap((said) => placeholdersIn(said ?? ''));
  return { id, ...check, needs: [...new Set(needs)], okTells: [...new Set(okTells)] };
}

const placeholdersIn = (said: string) => [...said.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name);

function pathsWithPlace(check: WrittenCheck): readonly (readonly [readonly string[], JsonPath])[] {
  const within = (name: string, conditions: Readonly<Record<string, Condition>>) =>
    Object.entries(conditions).flatMap(([id, each]) => pathsOf(each).map((path) => [[name, id], path] as const));
  return [
    ...pathsOf(check.ok).map((path) => [['ok'], path] as const),
    ...within('problems', check.problems),
    ...within('doubts', check.doubts),
    ...Object.entries(check.tell).flatMap(([id, each]) => tellPaths(each).map((path) => [['tell', id], path] as const)),
  ];
}

function sentencesOf(
  id: string,
  { problems, doubts }: WrittenCheck,
): readonly (readonly [path: readonly string[], key: string])[] {
  return [
    [['ok'], `checks.${id}.ok`],
    ...Object.keys(problems).map((name) => [['problems', name], `checks.${id}.problem.${name}`] as const),
    ...Object.keys(doubts).map((name) => [['doubts', name], `checks.${id}.doubt.${name}`] as const),
  ];
}
