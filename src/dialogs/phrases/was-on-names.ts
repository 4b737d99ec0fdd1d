import type { SwitchedThing } from '../../checks/put-back.js';
import { quoted } from './names.js';
import type { Words } from './words.js';

/** What was on, each by its kind and name. */
export function wasOnNames(things: readonly SwitchedThing[], t: Words): readonly string[] {
  return things.map(({ kind, id, name }) => t(`putBack.lost.${kind}`, { name: quoted(name, t, id) }));
}
