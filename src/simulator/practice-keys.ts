/** The practice accounts, by the story that each tells. */
export const PRACTICE_ACCOUNTS = ['not-ready', 'ready', 'new', 'non-admin', 'legacy-key', 'eu', 'large'] as const;
export type PracticeAccountId = (typeof PRACTICE_ACCOUNTS)[number];

/** Real keys have about 80 characters in all (docs/teamwork-desk-api.md 1.2); these are filled up to the same length. */
const KEY_TEXT_LENGTH = 54;
/** Keys of old Desk are about 50 letters and digits. */
const LEGACY_KEY_LENGTH = 50;

/**
 * The key of a practice account. It has the looks of a real one, so that all that treats keys with care can be tried,
 * and says what it is once decoded: `practice-not-ready-…`.
 */
export function practiceKey(id: PracticeAccountId): string {
  if (id === 'legacy-key') return 'practiceLegacyKeyOpensNothingReal'.padEnd(LEGACY_KEY_LENGTH, '0123456789');
  const text = `practice-${id}-`.padEnd(KEY_TEXT_LENGTH, 'opens-nothing-real-');
  return `tkn.v1_${Buffer.from(text).toString('base64')}`;
}

/** The account that a key opens, if it is one of these. */
export function practiceAccountOf(key: string): PracticeAccountId | undefined {
  return PRACTICE_ACCOUNTS.find((id) => practiceKey(id) === key);
}
