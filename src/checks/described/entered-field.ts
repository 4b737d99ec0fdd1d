import { z } from 'zod';

/** What is typed into a field of the sign-in card. No patterns: a slow one would be the customer's to try. */
export const enteredField = z.strictObject({
  /** `code`: letters, digits, `-`, `_`, `.`; `key`: printable signs without spaces; `host`: the name of a host. */
  as: z.enum(['email', 'digits', 'code', 'key', 'host', 'text']).default('text'),
  length: z.union([z.int().min(1).max(500), z.tuple([z.int().min(1), z.int().max(500)])]).optional(),
});

export type EnteredField = z.infer<typeof enteredField>;

const LONGEST = 500;
const FORMS = {
  email: /^[^\s@<>()",;:\\]{1,64}@[^\s@<>()",;:\\]{1,190}\.[^\s@.]{2,63}$/,
  digits: /^\d+$/,
  code: /^[\w.-]+$/,
  key: /^[\x21-\x7e]+$/,
  host: /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){0,8}[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  text: /^[^\p{Cc}\p{Cf}]+$/u,
} as const;

/** What was typed, without the spaces around it; null when it cannot be what the field is for. */
export function readEntered(typed: string, { as, length }: EnteredField): string | null {
  const trimmed = typed.slice(0, LONGEST * 2).trim();
  const text = as === 'host' || as === 'email' ? trimmed.toLowerCase() : trimmed;
  const [least, most] = typeof length === 'number' ? [length, length] : (length ?? [1, LONGEST]);
  if (text.length < least || text.length > most || !FORMS[as].test(text)) return null;
  // As a part of a path it would lead to another one.
  return /^\.+$/.test(text) ? null : text;
}
