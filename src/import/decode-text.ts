import type { TakeNote } from './source-page.js';

/** Bytes as text: UTF-8 or UTF-16 by its mark; what is neither is Windows-1252, and said. */
export function decodeText(bytes: Uint8Array, note: TakeNote, named?: string): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  const label = marked ?? named ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    note(
      'changed',
      named && !marked ? `not in "${named}", as it says: read as Windows-1252` : 'not in UTF-8: read as Windows-1252',
    );
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
