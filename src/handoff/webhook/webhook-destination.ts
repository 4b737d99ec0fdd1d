import { Webhook } from 'standardwebhooks';
import { Agent, type Dispatcher, request } from 'undici';
import type { Case } from '../case.js';
import { codeOf } from '../code-of.js';
import type { Destination, Parcel, Sent } from '../destination.js';
import type { WebhookSettings } from '../handoff-settings.js';
import { packetOf } from '../packet.js';
import { openPublicLookup } from './public-addresses.js';

/** How long a receiver may take to begin its answer, in milliseconds. */
const LONGEST_MS = 15_000;
/** Of an answer nothing but its status is of interest. */
const LARGEST_ANSWER = 64 * 1024;

/**
 * Posts cases as Standard Webhooks (https://www.standardwebhooks.com, v1, HMAC-SHA256): `webhook-id` is the same at every
 * try. Any 2xx is an acceptance; redirects are not followed, private addresses are refused unless the settings let them.
 * @param now when it is signed
 */
export function webhookDestination(
  { id, url, secret, allowPrivate }: WebhookSettings,
  now: () => Date,
  dispatcher: Dispatcher = openAgent(allowPrivate),
): Destination {
  const signer = secret.startsWith('whsec_') ? new Webhook(secret) : new Webhook(secret, { format: 'raw' });

  async function post(key: string, type: string, data: object, signal: AbortSignal): Promise<Sent> {
    const at = now();
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
    try {
      const {
        statusCode,
        headers,
        body: answer,
      } = await request(url, {
        method: 'POST',
        dispatcher,
        signal,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Passerelle',
          'webhook-id': key,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': signer.sign(key, at, body),
        },
        body,
      });
      await answer.dump({ limit: LARGEST_ANSWER, signal }).catch(() => {});
      if (statusCode >= 200 && statusCode < 300) return { kind: 'accepted' };
      const seconds = Number(headers['retry-after']);
      const retry = seconds > 0 ? { retryAfterSeconds: seconds } : {};
      const isRedirect = statusCode >= 300 && statusCode < 400;
      return {
        kind: 'failed',
        why: isRedirect ? `HTTP ${statusCode}: redirects are not followed` : `HTTP ${statusCode}`,
        ...retry,
      };
    } catch (error) {
      return { kind: 'failed', why: signal.aborted ? 'no answer in time' : codeOf(error) };
    }
  }

  return {
    id,
    kind: 'webhook',
    deliver: ({ key, event, handedOver, isTest = false }: Parcel, signal) =>
      post(key, `case.${event}`, packetOf(handedOver, isTest), signal),
    probe: (synthetic: Case, _remote, signal) =>
      post(`${synthetic.reference}.${id}.probe`, 'case.probe', packetOf(synthetic, true), signal),
    notify: ({ key, type, data }, signal) => post(key, type, data, signal),
    close: () => void dispatcher.destroy(),
  };
}

function openAgent(allowPrivate: boolean): Agent {
  return new Agent({
    connect: { timeout: LONGEST_MS, ...(allowPrivate ? {} : { lookup: openPublicLookup() }) },
    headersTimeout: LONGEST_MS,
    bodyTimeout: LONGEST_MS,
    maxResponseSize: LARGEST_ANSWER,
    connections: 6,
  });
}
