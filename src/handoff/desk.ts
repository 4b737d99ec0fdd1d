import type { Case } from './case.js';

export type Delivery = { readonly kind: 'delivered' } | { readonly kind: 'failed'; readonly why: string };

/** Where cases go. The world's failures are values: a case that could not be delivered is told to the customer. */
export interface Desk {
  deliver(handedOver: Case): Promise<Delivery>;
}
