import type { Case } from './case.js';

export type Delivery = { readonly kind: 'delivered' } | { readonly kind: 'failed'; readonly why: string };

/** Where cases go. The world's failures are values: a case that could not be delivered is told to the customer. */
export interface Desk {
  /** Within a turn, `delivered` holds once the turn is stored. @returns `failed` with a reason for the log, not for customers */
  deliver(handedOver: Case): Promise<Delivery>;
}
