/** What an operator may do: look; answer cases and write articles; see who did what. Each may what those before it may. */
export const ROLES = ['reader', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Operator {
  /** As the team knows them: what the sign-in calls them. */
  readonly name: string;
  readonly role: Role;
}

export const mayAct = ({ role }: Pick<Operator, 'role'>, least: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(least);

/** The highest of the roles among these words, if any. */
export const highestRole = (words: readonly string[]): Role | undefined =>
  ROLES.toReversed().find((role) => words.includes(role));
