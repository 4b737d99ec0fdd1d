import { serverAddress } from './server-address';

/** A refusal of the server, or no answer at all (`status` 0). */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** Seconds after which it is worth trying again. */
    readonly retryAfter: number,
  ) {
    super(`The server answered ${status || 'nothing'}`);
  }
}

/** How long an answer may take, in milliseconds: posts are acknowledged at once, whatever the turn takes. */
const PATIENCE = 15_000;

/** Calls our server with JSON. @param path as the server has it @throws Refused */
export async function call<Answer>(path: string, token?: string, body?: object): Promise<Answer> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  if (body) headers['content-type'] = 'application/json';
  const init: RequestInit = { headers, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) };
  const response = await fetch(
    serverAddress(path),
    body ? { ...init, method: 'POST', body: JSON.stringify(body) } : init,
  ).catch(() => {
    throw new Refused(0, 0);
  });
  if (!response.ok) throw new Refused(response.status, Number(response.headers.get('retry-after')) || 0);
  return response.json().catch(() => {
    throw new Refused(0, 0);
  });
}
