import { setTimeout as sleep } from 'node:timers/promises';

/** The longest wait for an answer, and between two tries, in milliseconds. */
const LONGEST = 10_000;
const [SHORTEST_PAUSE, LONGEST_PAUSE] = [100, 2000];
/** How often a customer's line breaks by itself, in the middle of a call. */
const BROKEN = 0.01;

/**
 * Calls until there is an answer, as a browser does that may lose its line or its server at any time.
 * @param {{ base: string, random: () => number, deadline: AbortSignal, address: string, lines: () => AbortSignal, broken?: number }} line
 *   `broken`: how often it breaks by itself
 * @param onTry called before each try
 * @returns the JSON that came with a status below 300
 * @throws when the status says that trying again is of no use, or when time is over
 */
export async function callUntilAnswered(line, path, { token, body, onTry = () => {} }) {
  const { base, lines, random, deadline, address, broken = BROKEN } = line;
  let pause = SHORTEST_PAUSE;
  for (;;) {
    deadline.throwIfAborted();
    const breaks = random() < broken ? AbortSignal.timeout(Math.ceil(random() * 20)) : AbortSignal.timeout(LONGEST);
    onTry();
    const response = await fetch(`${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        origin: base,
        'x-forwarded-for': address,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([breaks, lines()]),
    }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (response?.ok && text !== undefined) return JSON.parse(text);
    if (response && text !== undefined && response.status < 500 && response.status !== 429)
      throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
    const told = Number(response?.headers.get('retry-after')) * 1000;
    await sleep(told || pause * (0.5 + random()), undefined, { signal: deadline });
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}
