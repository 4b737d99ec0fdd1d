import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two secrets in the same time, whatever they have in common and however long they are. */
export const isSameSecret = (given: string, wanted: string): boolean => timingSafeEqual(hash(given), hash(wanted));

const hash = (text: string) => createHash('sha256').update(text).digest();
