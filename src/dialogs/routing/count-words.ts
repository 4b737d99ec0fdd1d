/** Words between white space; 1 for an empty text. */
export function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}
