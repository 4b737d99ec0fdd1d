import { createHash } from 'node:crypto';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** What a form of a session carries, so that no other page can send it: nobody finds the session's token by it. */
export const formToken = (sessionToken: string): string => sha256(`form ${sessionToken}`);
