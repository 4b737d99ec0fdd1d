import { type JsonPath, valueAt } from './json-path.js';

/** What can be said of an answer. Null: it does not say, and nobody may conclude anything. */
export type Truth = boolean | null;

export type Scalar = string | number | boolean | null;

/** What is asked of one value. Durations in milliseconds. */
export type Test =
  | { readonly kind: 'in'; readonly values: readonly Scalar[] }
  | { readonly kind: 'at-least' | 'at-most'; readonly number: number }
  /** A time: longer ago than that, less long ago or still to come, further ahead. */
  | { readonly kind: 'older' | 'newer' | 'later'; readonly by: number };

/** A condition on an answer; the paths of one on rows begin in the row. */
export type Condition =
  | { readonly kind: 'value'; readonly path: JsonPath; readonly test: Test }
  | {
      readonly kind: 'rows';
      readonly list: JsonPath;
      readonly how: 'every' | 'none' | 'some';
      readonly of: Condition;
    }
  | { readonly kind: 'count'; readonly list: JsonPath; readonly where?: Condition | undefined; readonly test: Test }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/**
 * Whether a condition holds: true and false are proven by what the answer says, everything else is null (Kleene's logic of
 * three values). A path that leads nowhere, to several places, to null or to another type proves nothing; nor does a list
 * without rows prove something of every row.
 * @param now milliseconds since 1970
 */
export function judge(condition: Condition, answer: unknown, now: number): Truth {
  switch (condition.kind) {
    case 'value':
      return testValue(valueAt(condition.path, answer), condition.test, now);
    case 'rows': {
      const rows = rowsAt(condition.list, answer);
      if (rows === null) return null;
      const truths = rows.map((row) => judge(condition.of, row, now));
      if (condition.how === 'some') return anyOf(truths);
      if (condition.how === 'none') return not(anyOf(truths));
      return rows.length === 0 ? null : allOf(truths);
    }
    case 'count': {
      const rows = rowsAt(condition.list, answer);
      if (rows === null) return null;
      const { where, test } = condition;
      const truths = rows.map((row) => (where ? judge(where, row, now) : true));
      const least = truths.filter((truth) => truth === true).length;
      const most = least + truths.filter((truth) => truth === null).length;
      return countBetween(least, most, test, now);
    }
    case 'all':
      return allOf(condition.of.map((each) => judge(each, answer, now)));
    case 'any':
      return anyOf(condition.of.map((each) => judge(each, answer, now)));
    case 'not':
      return not(judge(condition.of, answer, now));
  }
}

/** The rows of a list; null when there is no list where the path leads. */
export function rowsAt(list: JsonPath, answer: unknown): readonly unknown[] | null {
  const rows = valueAt(list, answer);
  return Array.isArray(rows) ? rows : null;
}

/** ISO 8601, with a day at least, as milliseconds; null when it is no time. Go's zero time is none either. */
export function timeOf(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value) || value.startsWith('0001-')) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : time;
}

function testValue(value: unknown, test: Test, now: number): Truth {
  switch (test.kind) {
    case 'in': {
      const truths = test.values.map((wanted) => equals(value, wanted));
      // Of another type than one of them, it may still be told by the others.
      return truths.includes(true) ? true : truths.includes(false) ? false : null;
    }
    case 'at-least':
      return typeof value === 'number' && Number.isFinite(value) ? value >= test.number : null;
    case 'at-most':
      return typeof value === 'number' && Number.isFinite(value) ? value <= test.number : null;
    case 'older':
    case 'newer':
    case 'later': {
      const time = timeOf(value);
      if (time === null) return null;
      if (test.kind === 'later') return time > now + test.by;
      return test.kind === 'older' ? time < now - test.by : time >= now - test.by;
    }
  }
}

/** Words are the same without regard to case and the spaces around them, as services write them now so, now so. */
function equals(value: unknown, wanted: Scalar): Truth {
  if (wanted === null) return value === undefined ? null : value === null;
  if (typeof value !== typeof wanted) return null;
  if (typeof value !== 'string' || typeof wanted !== 'string') return value === wanted;
  if (value.trim() === '' && wanted !== '') return null;
  return value.trim().toLowerCase() === wanted.trim().toLowerCase();
}

/** Rows of which nobody can tell may count or not: it is proven when it makes no difference. */
function countBetween(least: number, most: number, test: Test, now: number): Truth {
  const [low, high] = [testValue(least, test, now), testValue(most, test, now)];
  if (least === most) return low;
  if (test.kind !== 'in') return low === high ? low : null;
  const isPossible = test.values.some((value) => typeof value === 'number' && value >= least && value <= most);
  return isPossible ? null : false;
}

function allOf(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : truths.includes(null) ? null : true;
}

function anyOf(truths: readonly Truth[]): Truth {
  return truths.includes(true) ? true : truths.includes(null) ? null : false;
}

const not = (truth: Truth): Truth => (truth === null ? null : !truth);
