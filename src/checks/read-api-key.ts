import { type SealedKey, sealKey } from './sealed-key.js';

/** Keys in the wild have some 50 to 80 characters (docs/teamwork-desk-api.md 1.2); the bounds only catch what cannot be a key. */
const SHORTEST_KEY = 12;
const LONGEST_KEY = 512;
/** With what may stand around and in it, in UTF-16 units; more is no key. */
const LONGEST_PASTE = 2000;
/** Letters, digits and the signs of base64 and of web tokens: what may stand in a header without care. */
const KEY_CHARACTERS = /^[A-Za-z0-9+/=_.~-]+$/;

/** What a customer put into the field for the key. What it is good for, only the account can tell. */
export type ApiKeyText =
  | { readonly kind: 'key'; readonly key: SealedKey }
  | {
      readonly kind: 'invalid';
      readonly why: 'empty' | 'email' | 'address' | 'several-words' | 'too-short' | 'not-a-key';
    };

/** Reads a pasted key: spaces and line breaks around it, quotes, `Bearer` and `key:` in front of it are forgiven. */
export function readApiKey(pasted: string): ApiKeyText {
  if (pasted.length > LONGEST_PASTE) return { kind: 'invalid', why: 'not-a-key' };
  const text = pasted
    .trim()
    .replace(/^["'`´«»“”„‘’<]+|(?<!["'`´«»“”„‘’>])["'`´«»“”„‘’>]+$/gu, '')
    .replace(/^(?:authorization\s*:\s*)?(?:bearer|(?:api[ _-]?)?key\s*[:=])\s*/i, '')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .replace(/^["'`]+|(?<!["'`])["'`]+$/g, '');
  const joined = text.startsWith('tkn.') ? text.replace(/\s/g, '') : text;
  const why = whyNotAKey(joined);
  if (why !== null) return { kind: 'invalid', why };
  return { kind: 'key', key: sealKey(joined) };
}

function whyNotAKey(text: string): Extract<ApiKeyText, { kind: 'invalid' }>['why'] | null {
  if (text === '') return 'empty';
  if (/^https?:|\.teamwork\.com/i.test(text)) return 'address';
  if (/^[^\s@]+@[^\s@.]+\.\S+$/.test(text)) return 'email';
  if (/\s/.test(text)) return 'several-words';
  if (!KEY_CHARACTERS.test(text) || text.length > LONGEST_KEY) return 'not-a-key';
  return text.length < SHORTEST_KEY ? 'too-short' : null;
}
