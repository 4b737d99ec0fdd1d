import type { ApiKeyText } from '../checks/read-api-key.js';

/** What came from the masked field of the sign-in card. The key is sealed: it cannot slip into a log or a state. */
export type SignIn =
  | {
      readonly kind: 'entered';
      /** As typed. */
      readonly site: string;
      readonly key: ApiKeyText;
    }
  /** It was submitted, but the process that had it stopped before it was used; it is kept nowhere. */
  | { readonly kind: 'lost' }
  /** Too many were entered within a minute: it was thrown away unused. `wait`: until the next may be, in seconds. */
  | { readonly kind: 'too-many'; readonly wait: number };
