import { inspect } from 'node:util';

/** What a log, a state file or an error shows instead of a key. */
const SEAL = '[key]';

/** A key that cannot slip into a log, a template string or JSON: only `reveal()` gives it away. */
export interface SealedKey {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

/** Seals a key. The text lives in a closure only, so that no serialiser and no debugger print reaches it. */
export function sealKey(text: string): SealedKey {
  const show = (): string => SEAL;
  return Object.freeze({ reveal: () => text, toString: show, toJSON: show, [inspect.custom]: show });
}
