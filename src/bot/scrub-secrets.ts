import type { Activity, Middleware } from 'botbuilder';
import { cutSecrets, type SecretKind } from '../channels/cut-secrets.js';

/** Where a turn finds which kinds of secret were cut out of what came in. */
export const SECRETS = Symbol('secrets');

/**
 * Cuts secrets out of everything textual in an activity, before the transcript, the search or any log sees it: the
 * words, and the copies of them that channels send along (HTML attachments, values, speech).
 */
export function scrubSecrets(): Middleware {
  return {
    async onTurn(context, next) {
      const found = new Set<SecretKind>();
      const cut = (words: string) => {
        const { text, found: kinds } = cutSecrets(words);
        for (const kind of kinds) found.add(kind);
        return text;
      };
      const scrub = (value: unknown, depth = 0): unknown => {
        if (typeof value === 'string') return cut(value);
        if (typeof value !== 'object' || value === null) return value;
        // Nothing that we read is as deep as this.
        if (depth > MOST_DEPTH) return null;
        for (const [key, inner] of Object.entries(value)) {
          const name = Array.isArray(value) ? key : cut(key);
          if (name !== key) Reflect.deleteProperty(value, key);
          Reflect.set(value, name, scrub(inner, depth + 1));
        }
        return value;
      };
      for (const field of TEXTUAL) {
        const value: unknown = context.activity[field];
        if (value !== undefined) Reflect.set(context.activity, field, scrub(value));
      }
      context.turnState.set(SECRETS, [...found]);
      await next();
    },
  };
}

/** Ids, addresses and entities stay as they are: the channel needs them unchanged. */
const TEXTUAL = [
  'text',
  'speak',
  'summary',
  'value',
  'attachments',
  'suggestedActions',
] as const satisfies readonly (keyof Activity)[];
const MOST_DEPTH = 20;
