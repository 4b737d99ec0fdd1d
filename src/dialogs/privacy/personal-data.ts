/** What is kept of one conversation, in numbers. */
export interface DataSummary {
  /** When the first of it was said: ISO 8601, UTC. */
  readonly since?: string | undefined;
  /** Lines of the transcript, both sides. */
  readonly messages: number;
  /** Questions in the logbook. */
  readonly questions: number;
  readonly ratings: number;
  /** What is still to be said in it. */
  readonly reminders: number;
  /** Reports and codes to go on elsewhere that are still good. */
  readonly links: number;
  /** References of its hand-off cases. */
  readonly cases: readonly string[];
}

/** What customers have a right to: to see what is kept of their conversation, to take it along, to have it deleted. */
export interface PersonalData {
  summary(conversation: string): Promise<DataSummary>;
  /**
   * Deletes everything that hangs on the conversation but what the channel needs to go on with it. In a turn it is deleted with what the
   * turn stores.
   * @param withCases whether its hand-off cases go, too: what has reached the team by other ways is not in our hands
   * @param receipt noted for the team, with nothing of the conversation
   */
  forget(conversation: string, options: { readonly withCases: boolean; readonly receipt: string }): Promise<void>;
}
