import { z } from 'zod';
import type { Condition, Scalar, Test } from './condition.js';
import { type JsonPath, readPath } from './json-path.js';

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** `30 days`, in milliseconds. */
const duration = z.string().transform((text, context) => {
  const [, count, unit] = /^(\d{1,6}) (minute|hour|day|week)s?$/.exec(text.trim()) ?? [];
  const length = Object.entries(UNITS).find(([name]) => name === unit)?.[1];
  if (length !== undefined) return Number(count) * length;
  context.issues.push({ code: 'custom', input: text, message: 'a duration expected: 30 days, 12 hours, 15 minutes' });
  return z.NEVER;
});

/** A path in quotes or without. */
export const jsonPath = z.string({ error: 'missing: a JSON path, e.g. $.order.state' }).transform((text, context) => {
  const read = readPath(text.trim());
  if ('path' in read) return read.path;
  context.issues.push({ code: 'custom', input: text, message: read.fault });
  return z.NEVER;
});

/** A path that leads to one place at most. */
export const singlePath = jsonPath.refine(({ isSingular }) => isSingular, {
  error: 'leads to several places: name the list with list:, and say every, none, some or count of its rows',
});

const scalar: z.ZodType<Scalar> = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const TESTS = {
  equals: scalar.transform((value): Test => ({ kind: 'in', values: [value] })),
  in: z
    .array(scalar)
    .min(1)
    .transform((values): Test => ({ kind: 'in', values })),
  'at least': z.number().transform((number): Test => ({ kind: 'at-least', number })),
  'at most': z.number().transform((number): Test => ({ kind: 'at-most', number })),
  'older than': duration.transform((by): Test => ({ kind: 'older', by })),
  'newer than': duration.transform((by): Test => ({ kind: 'newer', by })),
  'later than': duration.transform((by): Test => ({ kind: 'later', by })),
};
const tests = z.object(TESTS).partial();
const NAMES = tests.keyof().options;
const counts = tests.pick({ equals: true, 'at least': true, 'at most': true });

const nested = z.lazy(() => condition);
const shape = z.strictObject({
  path: jsonPath.optional(),
  ...tests.shape,
  list: singlePath.optional(),
  every: nested.optional(),
  none: nested.optional(),
  some: nested.optional(),
  count: z
    .strictObject({
      where: nested.optional(),
      ...counts.shape,
    })
    .optional(),
  all: z.array(nested).min(1).optional(),
  any: z.array(nested).min(1).optional(),
  not: nested.optional(),
});

/**
 * A condition as a checks file writes it: `{ path, equals }` and its likes, `{ list, every }`, `{ list, count: { at least } }`,
 * `{ all: […] }`, `{ any: […] }`, `{ not }`.
 */
export const condition: z.ZodType<Condition> = shape.transform((raw, context): Condition => {
  const fault = (message: string) => {
    context.issues.push({ code: 'custom', input: raw, message });
    return z.NEVER;
  };
  const { path, list, all, any, not } = raw;
  const named = [path, list, all, any, not].filter((each) => each !== undefined).length;
  if (named === 0) return fault('path: missing: what is to be read, e.g. path: $.order.state');
  if (named > 1)
    return fault('one of path, list, all, any and not expected: join several conditions with all: or any:');
  const told = testsIn(raw);
  const rows = (['every', 'none', 'some'] as const).filter((how) => raw[how] !== undefined);
  if (path) return oneOf(path, told, fault);
  if (told.length > 0) return fault('equals, at least and their likes ask something of a path:, or of a count:');
  if (list) {
    const [how] = rows;
    if (rows.length + (raw.count ? 1 : 0) !== 1) return fault('list: one of every, none, some and count expected');
    const of = how && raw[how];
    if (how && of) return { kind: 'rows', list, how, of };
    const counted = testsIn(raw.count ?? {});
    const [test] = counted;
    if (!test || counted.length > 1) return fault(`count: one of ${counts.keyof().options.join(', ')} expected`);
    return { kind: 'count', list, where: raw.count?.where, test };
  }
  if (rows.length > 0 || raw.count) return fault('list: missing: of which rows');
  if (all) return { kind: 'all', of: all };
  if (any) return { kind: 'any', of: any };
  return not ? { kind: 'not', of: not } : fault('a condition expected');
});

function oneOf(path: JsonPath, told: readonly Test[], fault: (message: string) => never): Condition {
  if (!path.isSingular)
    return fault(
      'path: leads to several places: name the list with list:, and say every, none, some or count of its rows',
    );
  const [test] = told;
  if (!test || told.length > 1) return fault(`one of ${NAMES.join(', ')} expected beside path:`);
  return { kind: 'value', path, test };
}

function testsIn(raw: z.infer<typeof tests>): readonly Test[] {
  return NAMES.flatMap((name) => raw[name] ?? []);
}

/** Every path of a condition that begins at the answer itself. */
export function pathsOf(of: Condition): readonly JsonPath[] {
  switch (of.kind) {
    case 'value':
      return [of.path];
    case 'rows':
    case 'count':
      return [of.list];
    case 'all':
    case 'any':
      return of.of.flatMap(pathsOf);
    case 'not':
      return pathsOf(of.of);
  }
}
