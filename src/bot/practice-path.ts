/** Where the practice account's pages and its API hang, below the address of the server. */
export const PRACTICE_PATH = '/practice';

/** Is a request, by its path, for the practice account? */
export function isPractice(url = ''): boolean {
  return url.startsWith(PRACTICE_PATH) && /^(?:[/?#]|$)/.test(url.slice(PRACTICE_PATH.length));
}
