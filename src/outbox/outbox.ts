/** Something that is said in a conversation without being asked then. Plain JSON: it is stored as such. */
export type Announcement =
  | { readonly kind: 'reminder' }
  /** What the team answers to a case; secrets are cut out of the text. */
  | { readonly kind: 'answer'; readonly reference: string; readonly text: string };

/** What is to be said later, whatever happens to this process in between. */
export interface Outbox {
  /** @param conversation `channel|conversation` */
  put(conversation: string, announcement: Announcement, dueAt: Date): Promise<void>;
  /** Whether another reminder may wait; one that replaces another of its conversation always may. */
  hasRoom(conversation: string): Promise<boolean>;
  /** When the next reminder of a conversation is due: ISO 8601, UTC. */
  nextReminder(conversation: string): Promise<string | undefined>;
  /** @returns how many there were */
  dropReminders(conversation: string): Promise<number>;
}
