/** What kinds of secret we recognise; the customer is told which one was removed. */
export type SecretKind = 'desk-key' | 'legacy-key' | 'password' | 'token' | 'url-login' | 'card' | 'code';

/** Where in a text a secret stands: UTF-16 positions, the end excluded. */
export interface FoundSecret {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/**
 * A finder by pattern. When the pattern names a group `secret`, only what that group holds is one, and a match without
 * it is something to step over.
 * @param isSecret a last look at what was found
 */
export function findBy(kind: SecretKind, pattern: RegExp, isSecret: (value: string) => boolean = () => true) {
  const marked = new RegExp(pattern.source, `${pattern.flags}d`);
  const isGrouped = pattern.source.includes('(?<secret>');
  return (text: string): readonly FoundSecret[] => {
    const found: FoundSecret[] = [];
    for (const { indices } of text.matchAll(marked)) {
      const place = isGrouped ? indices?.groups?.secret : indices?.[0];
      if (place && isSecret(text.slice(...place))) found.push({ kind, start: place[0], end: place[1] });
    }
    return found;
  };
}
