import fc from 'fast-check';

/** One change somewhere in a JSON document. */
export interface Mutation {
  /** Which of all places, modulo their number. */
  readonly place: number;
  readonly change: 'delete' | 'null' | 'value' | 'text' | 'empty' | 'twice' | 'shuffle';
  readonly value: unknown;
}

/** Values that have a meaning somewhere in Desk's answers, in the wrong place. */
const MEANINGFUL = [
  'active',
  'inactive',
  'ACTIVE',
  'deleted',
  'incomplete',
  'Manual',
  'Automatic',
  'Agent',
  'Admin',
  'team',
  'personal',
  'dropdown',
  'Support',
];
const value = fc.oneof(
  fc.constantFrom<unknown>(
    ...MEANINGFUL,
    '',
    ' ',
    0,
    1,
    -1,
    1e21,
    true,
    false,
    null,
    [],
    {},
    [null],
    [[]],
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    place: fc.nat(),
    change: fc.constantFrom('delete' as const, 'null', 'value', 'value', 'text', 'empty', 'twice', 'shuffle'),
    value,
  }),
  { minLength: 1, maxLength: 4 },
);

type Box = Record<string, unknown> | unknown[];

/** Applies mutations to a copy of a document, one after the other. */
export function mutate(document: unknown, changes: readonly Mutation[]): unknown {
  const root = { root: structuredClone(document) };
  for (const mutation of changes) {
    const places = placesIn(root);
    const place = places[mutation.place % places.length];
    if (place !== undefined) apply(place.box, place.key, mutation);
  }
  return root.root;
}

function placesIn(box: Box): { box: Box; key: string }[] {
  return Object.entries(box).flatMap(([key, inner]) => [
    { box, key },
    ...(typeof inner === 'object' && inner !== null ? placesIn(inner as Box) : []),
  ]);
}

function apply(box: Box, key: string, { change, value: replacement }: Mutation): void {
  const old: unknown = Reflect.get(box, key);
  const put = (fresh: unknown) =>
    Object.defineProperty(box, key, { value: fresh, writable: true, enumerable: true, configurable: true });
  if (change === 'delete') {
    if (Array.isArray(box)) box.splice(Number(key), 1);
    else Reflect.deleteProperty(box, key);
  } else if (change === 'null') put(null);
  else if (change === 'value') put(structuredClone(replacement));
  else if (change === 'text') put(typeof old === 'string' ? Number(old) || old.length : String(old));
  else if (change === 'empty') put(Array.isArray(old) ? [] : {});
  else if (change === 'twice' && Array.isArray(box)) box.push(structuredClone(old));
  else if (change === 'shuffle' && Array.isArray(old)) put([...old].reverse());
}
