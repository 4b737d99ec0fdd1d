import type { Case } from './case.js';

/** What a team is told of a case: that it is there, and what became of it. */
export type CaseEvent = 'opened' | 'claimed' | 'answered' | 'closed';

/** One thing to tell one destination. */
export interface Parcel {
  /** The same at every try: whoever takes in two of one key drops the second. `P-7F3K-2QMA.mailbox.opened` */
  readonly key: string;
  readonly event: CaseEvent;
  readonly handedOver: Case;
  /** How often it was tried before; from the second try on the first may have arrived unnoticed. */
  readonly triesBefore: number;
  /** What the destination answered at an earlier try, or when the case was opened there. */
  readonly remote: Remote;
  /** Nobody is waiting behind it: a probe, or a test by the operator. */
  readonly isTest?: boolean;
}

/** What a destination needs to find a case again: the number of a ticket, the id of a message. Plain JSON: it is stored. */
export type Remote = Readonly<Record<string, string | number | boolean>>;

/** The world's failures are values. `remote`: what is known of it from now on, also when only a part went through. */
export type Sent =
  | { readonly kind: 'accepted'; readonly remote?: Remote }
  | {
      readonly kind: 'failed';
      /** For the log and the operator: never with an address, a key or words of the customer. */
      readonly why: string;
      readonly remote?: Remote;
      /** How long the destination wants to be left alone. */
      readonly retryAfterSeconds?: number;
    };

/** Something for the team that is about no case. */
export interface Notice {
  /** The same at every try. */
  readonly key: string;
  /** What it is, for programs: `week.figures`. */
  readonly type: string;
  readonly subject: string;
  /** Plain text, several lines. */
  readonly text: string;
  /** The same for programs: plain JSON. */
  readonly data: object;
}

/** Where a team receives its cases. */
export interface Destination {
  /** As the settings name it. */
  readonly id: string;
  readonly kind: DestinationKind;
  /** @param signal aborted when the try has taken too long */
  deliver(parcel: Parcel, signal: AbortSignal): Promise<Sent>;
  /**
   * Sends a synthetic case as far as that disturbs nobody.
   * @param remote what the probe before left there
   */
  probe(synthetic: Case, remote: Remote, signal: AbortSignal): Promise<Sent>;
  /** Tells the team something that is about no case; absent where only cases go. */
  readonly notify?: (notice: Notice, signal: AbortSignal) => Promise<Sent>;
  close(): void;
}

export const DESTINATION_KINDS = ['email', 'webhook', 'teamwork-desk', 'teams'] as const;
export type DestinationKind = (typeof DESTINATION_KINDS)[number];

/** @param count how many of the event there are by now: a case may be answered more than once */
export function parcelKey(reference: string, destination: string, event: CaseEvent, count = 1): string {
  return `${reference}.${destination}.${event}${count > 1 ? `-${count}` : ''}`;
}

/** Which event a key is about. */
export function eventOf(key: string): CaseEvent {
  const last = key.split('.').at(-1)?.replace(/-\d+$/, '');
  return EVENTS.find((event) => event === last) ?? 'opened';
}

const EVENTS: readonly CaseEvent[] = ['opened', 'claimed', 'answered', 'closed'];
