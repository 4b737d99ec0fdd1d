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
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    note(
      'changed',
      label === 'utf-8' && named === undefined
        ? 'not in UTF-8: read as Windows-1252'
        : `not in "${marked ?? named}", as it says: read as Windows-1252`,
    );
    return new TextDecoder('windows-1252').decode(bytes);
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
