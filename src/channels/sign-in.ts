import type { ApiKeyText } from '../checks/read-api-key.js';

/** What came from the masked field of the sign-in card. The key is sealed: it cannot slip into a log or a state. */
export interface SignIn {
  /** As typed. */
  readonly site: string;
  readonly key: ApiKeyText;
}
