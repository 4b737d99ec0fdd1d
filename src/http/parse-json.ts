import { parse } from 'secure-json-parse';
import { BodyError } from './body-error.js';

/** Activities with cards stay under twenty; what reads them later may call itself once a level. */
const DEEPEST = 64;

/**
 * Reads JSON in UTF-8, with or without a byte order mark; nothing when there is none. Keys that would reach a prototype are left out.
 * @throws BodyError when it is no JSON, no UTF-8 or nested too deeply
 */
export function parseJson(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') return undefined;
    if (isDeep(text)) throw new BodyError(400, 'BadArgument', `JSON is at most ${DEEPEST} levels deep.`);
    return parse(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
  } catch (error) {
    if (error instanceof BodyError) throw error;
    // The parser's own message has a piece of the text in it.
    throw new BodyError(400, 'BadArgument', 'The body is not JSON in UTF-8.');
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPENING, CLOSING] = [new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])];

/** Counts brackets outside of strings. */
function isDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (isInString) {
      if (sign === BACKSLASH) at++;
      else if (sign === QUOTE) isInString = false;
    } else if (sign === QUOTE) isInString = true;
    else if (OPENING.has(sign) && ++depth > DEEPEST) return true;
    else if (CLOSING.has(sign)) depth--;
  }
  return false;
}
