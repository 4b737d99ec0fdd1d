import type { Failure } from '../account.js';
import { judge } from './condition.js';
import type { DescribedCheck } from './described-check.js';
import type { DescribedAccount } from './described-reader.js';
import { readTold, type Told } from './tell.js';

/** What a described check found: facts, before a language tells them. */
export interface DescribedFinding {
  readonly check: string;
  readonly kind: 'ok' | 'problem' | 'unknown';
  /** When it was read: ISO time. */
  readonly at: string;
  /** What is proven, by the names of their sentences. */
  readonly problems: readonly string[];
  readonly doubts: readonly string[];
  /** Why something could not be read. */
  readonly failures: readonly Failure[];
  /** What the answer said of {@link tells}. */
  readonly told: Readonly<Record<string, Told>>;
  /** What its sentences may name. */
  readonly tells: readonly string[];
  readonly article: string | undefined;
}

/**
 * Judges what was read. A problem that is proven outweighs a doubt, and a doubt is never OK: OK is what the file's own `ok`
 * proves, while each problem and each doubt is proven not to be there, and everything that was needed was read and can be told.
 */
export function judgeCheck(check: DescribedCheck, account: DescribedAccount): DescribedFinding {
  const { answers, readAt } = account;
  const now = Date.parse(readAt);
  const truths = (conditions: DescribedCheck['problems']) =>
    Object.entries(conditions).map(([name, condition]) => [name, judge(condition, answers, now)] as const);
  const problems = truths(check.problems);
  const doubts = truths(check.doubts);
  const failures = check.needs.flatMap((name) => account.failures[name] ?? []);
  const told = Object.fromEntries(
    Object.entries(check.tell).flatMap(([name, tell]) => {
      const value = readTold(tell, answers, now);
      return value ? [[name, value]] : [];
    }),
  );
  const proven = (all: typeof problems) => all.filter(([, truth]) => truth === true).map(([name]) => name);
  const isProven =
    failures.length === 0 &&
    [...problems, ...doubts].every(([, truth]) => truth === false) &&
    judge(check.ok, answers, now) === true &&
    check.okTells.every((name) => Object.hasOwn(told, name));
  const found = proven(problems);
  return {
    check: check.id,
    kind: found.length > 0 ? 'problem' : isProven ? 'ok' : 'unknown',
    at: readAt,
    problems: found,
    doubts: proven(doubts),
    failures,
    told,
    tells: Object.keys(check.tell),
    article: check.article,
  };
}
