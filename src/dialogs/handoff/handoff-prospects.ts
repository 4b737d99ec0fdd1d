/** What may be said of a hand-off, so that nothing is promised that nobody keeps. */
export interface HandoffProspects {
  /**
   * What becomes of a case that is sent now: it goes to the team (`told`), it waits because no way to the team is open
   * (`down`), or it is kept for the team to look at, and nobody is told (`kept`).
   */
  reach(language: string, topic: string | undefined): 'told' | 'down' | 'kept';
  /** By when the team answers, when it says so. */
  answerBy(): Date | undefined;
  /** How far a case has come. */
  progress(reference: string): Promise<'told' | 'waiting' | 'given-up' | 'kept'>;
}
