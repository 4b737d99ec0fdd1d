/** What the customer has begun to write and not sent: kept for this tab, over pages and over questions in between. Never a key. */
export interface Drafts {
  read(name: string): string;
  /** Nothing takes it away. */
  write(name: string, text: string): void;
}

/** Names of what is kept begin so. */
export const DRAFT = 'passerelle:draft:';

/** A browser may forbid storage: nothing outlives the page then. */
export const drafts: Drafts = {
  read(name) {
    try {
      return sessionStorage.getItem(DRAFT + name) ?? '';
    } catch {
      return '';
    }
  },
  write(name, text) {
    try {
      if (text) sessionStorage.setItem(DRAFT + name, text);
      else sessionStorage.removeItem(DRAFT + name);
    } catch {}
  },
};
