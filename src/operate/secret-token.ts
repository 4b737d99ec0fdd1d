import { createHash, timingSafeEqual } from 'node:crypto';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Compares two secrets in the same time, whatever they have in common and however long they are. */
export function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** What a form of a session carries, so that no other page can send it: nobody finds the session's token by it. */
export const formToken = (sessionToken: string): string => sha256(`form ${sessionToken}`);
