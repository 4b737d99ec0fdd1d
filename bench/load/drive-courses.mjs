// Whole conversations, as fast as they are answered, by the soak's customers: three of four on the website with a socket,
// one over /api/messages. Each is proved at its end: nothing lost, nothing said twice.
import { setMaxListeners } from 'node:events';
import { LANGUAGES, takeCourse } from '../soak/course.mjs';
import { openDirectCustomer } from '../soak/direct-customer.mjs';
import { proveLog } from '../soak/proof.mjs';
import { openTally } from '../soak/tally.mjs';
import { openWebCustomer } from '../soak/web-customer.mjs';

/** Short walks: a person who posts more than twenty times at once is held back. */
const MOVES = [2, 5];
/** How long conversations that have begun may go on, in milliseconds. */
const GRACE = 180_000;

/**
 * @param {{ seconds: number, customers: number, run: string, random: () => number }} load
 * @param whileFull called when all have begun; what it returns is called when time is over
 * @returns turns in the time, what they took, what was wrong until the end, conversations
 */
export async function driveCourses(base, { seconds, customers, run, random }, whileFull) {
  const tally = openTally();
  const deadline = AbortSignal.timeout(seconds * 1000 + GRACE);
  const whole = new AbortController().signal;
  for (const signal of [deadline, whole]) setMaxListeners(0, signal);
  let isOver = false;
  const visit = async (open, name) => {
    const language = LANGUAGES[Math.floor(random() * LANGUAGES.length)];
    const address = `10.${[0, 0, 0].map(() => Math.floor(random() * 256)).join('.')}`;
    const line = { base, lines: () => whole, random, deadline, address, broken: 0 };
    try {
      const customer = await open(line, { locale: language, name });
      const course = await takeCourse(customer, { random, language, name, tally, moves: MOVES });
      proveLog(await customer.end(), course, tally, customer.key);
    } catch (error) {
      tally.note('unanswered', `${name}: ${error.message}`);
    }
    tally.conversation();
  };
  const all = Promise.all(
    Array.from({ length: customers }, async (_, i) => {
      const open = i % 4 === 3 ? openDirectCustomer : openWebCustomer;
      for (let n = 0; !isOver; n++) await visit(open, `${run}-${i}-${n}`);
    }),
  );
  // The first seconds warm up.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  tally.times();
  const [before, begin, end] = [tally.turns(), performance.now(), whileFull()];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const [turns, times, took] = [tally.turns() - before, tally.times(), performance.now() - begin];
  const seen = end();
  isOver = true;
  await all;
  const faults = tally.faults().reduce((sum, [, count]) => sum + count, 0);
  return { turns, perSecond: (turns / took) * 1000, times, faults, conversations: tally.conversations(), seen };
}
