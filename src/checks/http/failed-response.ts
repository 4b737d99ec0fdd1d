import type { Failure } from '../account.js';
import type { ServiceError } from './read-errors.js';

/** Why an answer is of no use, and what the service said to it, for the operator's log. */
export interface FailedResponse {
  readonly kind: 'failed';
  readonly why: Failure;
  readonly said: readonly ServiceError[];
}

/** @param said what the service said to it, without what was sent */
export function failed(why: Failure, said: readonly ServiceError[] = []): FailedResponse {
  return { kind: 'failed', why, said };
}

/** An answer came that does not say what it should. */
export const UNREADABLE = failed({ kind: 'unreadable', status: 200 });
/** A list never stood still while its pages were read. */
export const CHANGING = failed({ kind: 'changing' });
