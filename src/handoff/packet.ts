import type { Case } from './case.js';

/** What a program of the team's receives: everything of the case but how its conversation is reached. */
export interface Packet extends Omit<Case, 'conversation'> {
  /** `directline` is the website, `msteams` Teams. */
  readonly channel: string;
  /** A probe, or a test by the operator: nobody waits for an answer. */
  readonly test: boolean;
}

/** A case as a program of the team's gets it: without the conversation, which is nobody's business but ours. */
export function packetOf({ conversation, ...handedOver }: Case, test: boolean): Packet {
  return { ...handedOver, channel: channelOf(conversation), test };
}

/** @param conversation `channel|conversation` */
export function channelOf(conversation: string): string {
  return conversation.split('|')[0] ?? '';
}
