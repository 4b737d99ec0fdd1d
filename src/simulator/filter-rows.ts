import type { Json, Row } from './desk-account.js';

/** A Mongo-style filter that says what it cannot read. */
export type Filtered =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'invalid'; readonly message: string };

/** Fields of v2 that every resource can be filtered by, and the dotted ones (docs/teamwork-desk-api.md 1.6, 2.2, 2.3, 2.5). */
const DOTTED = ['inboxes.id', 'triggers.id', 'user.id', 'sites.id', 'contacts.value', 'companies.id'];

/**
 * Filters rows by the `filter` parameter as it came in the query.
 * @param filterable the fields that the resource may be filtered by, where the reference lists them
 */
export function filterRows(rows: readonly Row[], filter: string, filterable?: readonly string[]): Filtered {
  let condition: unknown;
  try {
    condition = JSON.parse(filter);
  } catch {
    return { kind: 'invalid', message: 'must be valid JSON' };
  }
  if (!isRecord(condition)) return { kind: 'invalid', message: 'must be an object' };
  const known = new Set(filterable ?? [...rows.flatMap((row) => Object.keys(row)), ...DOTTED]);
  const isKnown = filterable !== undefined || rows.length > 0;
  const unknown = fieldsOf(condition).find((field) => isKnown && !known.has(field));
  if (unknown !== undefined) return { kind: 'invalid', message: `cannot filter by ‘${unknown}’` };
  const odd = operatorsOf(condition).find((operator) => !OPERATORS.includes(operator));
  if (odd !== undefined) return { kind: 'invalid', message: `unknown operator ‘${odd}’` };
  const wanted = condition;
  return { kind: 'rows', rows: rows.filter((row) => matches(row, wanted)) };
}

/** All that the reference lists (1.6). */
const OPERATORS = ['$eq', '$ne', '$lt', '$lte', '$gt', '$gte', '$in', '$nin', '$and', '$or', '$contains'];

/** Every name with a dollar, wherever it stands. */
function operatorsOf(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(operatorsOf);
  if (!isRecord(condition)) return [];
  return Object.entries(condition).flatMap(([name, value]) => [
    ...(name.startsWith('$') ? [name] : []),
    ...operatorsOf(value),
  ]);
}

type Condition = Readonly<Record<string, unknown>>;

function fieldsOf(condition: Condition): string[] {
  return Object.entries(condition).flatMap(([name, value]) =>
    name === '$and' || name === '$or' ? conditionsIn(value).flatMap(fieldsOf) : [name],
  );
}

function matches(row: Row, condition: Condition): boolean {
  return Object.entries(condition).every(([name, wanted]) => {
    if (name === '$and') return conditionsIn(wanted).every((each) => matches(row, each));
    if (name === '$or') return conditionsIn(wanted).some((each) => matches(row, each));
    const values = valuesAt(row, name.split('.'));
    if (!isRecord(wanted)) return values.some((value) => isEqual(value, wanted));
    return Object.entries(wanted).every(([operator, operand]) => holds(operator, values, operand));
  });
}

function holds(operator: string, values: readonly Json[], operand: unknown): boolean {
  const list = Array.isArray(operand) ? operand : [operand];
  const some = (test: (value: Json) => boolean): boolean => values.some(test);
  switch (operator) {
    case '$eq':
      return some((value) => isEqual(value, operand));
    case '$ne':
      return !some((value) => isEqual(value, operand));
    case '$in':
      return some((value) => list.some((each) => isEqual(value, each)));
    case '$nin':
      return !some((value) => list.some((each) => isEqual(value, each)));
    case '$contains':
      return some((value) => textOf(value).toLowerCase().includes(textOf(operand).toLowerCase()));
    case '$lt':
      return some((value) => order(value, operand) < 0);
    case '$lte':
      return some((value) => order(value, operand) <= 0);
    case '$gt':
      return some((value) => order(value, operand) > 0);
    case '$gte':
      return some((value) => order(value, operand) >= 0);
    default:
      return false;
  }
}

/** `inboxes.id` means the id of each of the inboxes. */
function valuesAt(value: Json, path: readonly string[]): Json[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => valuesAt(each, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (!isRecord(value) || !Object.hasOwn(value, name)) return [];
  return valuesAt(value[name] ?? null, rest);
}

function isEqual(value: Json, wanted: unknown): boolean {
  return value === wanted || textOf(value) === textOf(wanted);
}

function order(value: Json, operand: unknown): number {
  if (typeof value === 'number') return value - Number(textOf(operand));
  return textOf(value).localeCompare(textOf(operand));
}

/** An object with a `toString` of its own, which is no function, has no text. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function conditionsIn(value: unknown): Condition[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord<T>(value: T): value is T & Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
