import type { TakeNote } from './source-page.js';

/**
 * Bytes as text: by their mark (UTF-8 or UTF-16), in what they are said to be in, else UTF-8; what is none of it is
 * Windows-1252, and said.
 * @param named a charset as a page or its server names it; a name that nobody knows counts for nothing
 */
export function decodeText(bytes: Uint8Array, note: TakeNote, named?: string): string {
  const marked = markOf(bytes);
  const label = marked ?? (named !== undefined && isCharset(named) ? named : 'utf-8');
  try {
    return !isWindows(label) ? new TextDecoder(label, { fatal: true }).decode(bytes) : fromWindows(bytes);
  } catch {
    note(
      'changed',
      label === 'utf-8' && named === undefined
        ? 'not in UTF-8: read as Windows-1252'
        : `not in "${marked ?? named}", as it says: read as Windows-1252`,
    );
    return fromWindows(bytes);
  }
}

/**
 * A page of HTML as text, in the charset that its server or, among its first bytes, it names itself.
 * @param type the `content-type` that it came with
 */
export function decodeHtml(bytes: Uint8Array, note: TakeNote, type = ''): string {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const [, ofServer] = /charset=["']?([\w-]+)/i.exec(type) ?? [];
  const [, ofPage] =
    /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(beginning) ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]+)/i.exec(beginning) ??
    [];
  // A page that can be read byte by byte is in no charset of two bytes, whatever it says (so does the standard).
  return decodeText(bytes, note, ofServer ?? (ofPage && /^utf-?16/i.test(ofPage) ? 'utf-8' : ofPage));
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

function isCharset(name: string): boolean {
  try {
    return new TextDecoder(name) !== undefined;
  } catch {
    return false;
  }
}

/** So is what says that it is ISO 8859-1 or ASCII, as everywhere on the web. */
const isWindows = (label: string) => new TextDecoder(label).encoding === 'windows-1252';

/** What Windows-1252 has at 0x80 to 0x9F; at five places nothing. https://encoding.spec.whatwg.org/index-windows-1252.txt */
const BEYOND_LATIN =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Some of Node 20, 22 and 24 read Windows-1252 as ISO 8859-1, without quotes, dashes and the euro (nodejs/node#56542). */
function fromWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => BEYOND_LATIN[sign.charCodeAt(0) - 0x80] ?? sign);
}
