import { Agent, type Dispatcher } from 'undici';
import { REQUEST_LIMITS, type RequestLimits } from './request-limits.js';

/** More sockets to one site would only run into its rate limit sooner. */
const SOCKETS_PER_SITE = 6;

/**
 * Opens the connections to Desk. Redirects are not followed (undici's `request` never does), so that a key stays with the
 * host it was meant for. Nor does undici try again: its retry joins the parts of two answers, and takes a part that it did
 * not ask for (206) for its own mistake; `getJson` tries a whole GET once more. Close it on the way out.
 */
export function openDispatcher(limits: RequestLimits = REQUEST_LIMITS): Dispatcher {
  return new Agent({
    connections: SOCKETS_PER_SITE,
    connect: { timeout: limits.requestMs },
    headersTimeout: limits.requestMs,
    bodyTimeout: limits.requestMs,
    maxResponseSize: limits.largestAnswerBytes,
  });
}
