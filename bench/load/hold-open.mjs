// Many conversations open on one process, each with its socket, of which some are said something so many times a second.
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWebCustomer } from '../soak/web-customer.mjs';

/** Opened at the same time. */
const AT_ONCE = 16;
const SAID = ['how do I turn off triggers?', 'step by step', 'next', 'next', 'back', 'how do I create an inbox?'];
/** How long the last replies may take, in milliseconds. */
const LATE = 20_000;

/**
 * @param {{ open: number, perSecond: number, seconds: number, run: string, random: () => number }} load
 * @param whenOpen called when all are open and greeted; what it returns is called when the turns are over
 * @returns what turns took in milliseconds, how many replies never came, how many sockets were open at the end
 */
export async function holdOpen(base, { open, perSecond, seconds, run, random }, whenOpen) {
  const never = new AbortController().signal;
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  const customers = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < open) {
        const n = next++;
        const address = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
        const line = { base, lines: () => never, random, deadline: over.signal, address, broken: 0 };
        const customer = await openWebCustomer(line, { locale: 'en', name: `${run}-${n}` });
        await customer.hear(0, 1);
        customers.push({ customer, said: 0, heard: 1 });
      }
    }),
  );
  const end = whenOpen();
  const times = [];
  const turns = [];
  const begin = performance.now();
  for (let i = 0; i < perSecond * seconds; i++) {
    await sleep(Math.max(0, begin + (i / perSecond) * 1000 - performance.now()));
    const each = customers[i % customers.length];
    const [text, first] = [SAID[each.said++ % SAID.length], each.heard++];
    turns.push(
      (async () => {
        const sentAt = await each.customer.say({ text });
        const [reply] = await each.customer.hear(first, 1);
        if (reply) times.push(each.customer.heardAt(first) - sentAt);
      })(),
    );
  }
  await Promise.race([Promise.allSettled(turns), sleep(LATE)]);
  const seen = end();
  // Or they would look for a server that has gone for as long as this process lives.
  over.abort();
  await Promise.all(customers.map(({ customer }) => customer.end().catch(() => {})));
  return { times, turns: turns.length, unanswered: turns.length - times.length, seen };
}
