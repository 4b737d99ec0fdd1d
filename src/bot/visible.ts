/**
 * A terminal obeys control characters, whoever wrote them: C0 but the line feed and the tab, DEL, C1, the marks that
 * turn the direction of writing around, and the separators that some terminals take for a new line.
 */
const OBEYED = /[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** A text with its control characters shown (`\u001b`), as JSON writes them: shown so, JSON stays the same JSON. */
export function visible(text: string): string {
  return text.replace(OBEYED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
