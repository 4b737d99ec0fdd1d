import { Agent, type Dispatcher, interceptors } from 'undici';
import { DESK_LIMITS, type DeskLimits } from './desk-limits.js';

/** More sockets to one site would only run into its rate limit sooner. */
const SOCKETS_PER_SITE = 6;

/**
 * Opens the connections to Desk: one retry of a GET on 5xx or a broken connection, never on 429; redirects are not
 * followed (undici's `request` never does), so that a key stays with the host it was meant for. Close it on the way out.
 */
export function openDispatcher(limits: DeskLimits = DESK_LIMITS): Dispatcher {
  const agent = new Agent({
    connections: SOCKETS_PER_SITE,
    connect: { timeout: limits.requestMs },
    headersTimeout: limits.requestMs,
    bodyTimeout: limits.requestMs,
    maxResponseSize: limits.largestAnswerBytes,
  });
  return agent.compose(
    interceptors.retry({
      maxRetries: 1,
      methods: ['GET'],
      statusCodes: [500, 502, 503, 504],
      minTimeout: limits.retryWaitMs,
      maxTimeout: limits.longestRetryWaitMs,
      throwOnError: false,
    }),
  );
}
