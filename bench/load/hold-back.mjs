/** A server runs for a share of each of these, in ms. */
const PERIOD = 40;

/**
 * Lets processes run for a share of the time only (SIGSTOP, SIGCONT), so that driver, proxy and database have the rest of a
 * small machine, and servers are what is measured.
 * @param share of a core, above 0 and below 1
 * @returns how to let them go
 */
export function holdBack(pids, share) {
  const signal = (name) => {
    for (const pid of pids) process.kill(pid, name);
  };
  let waking;
  const timer = setInterval(() => {
    signal('SIGSTOP');
    waking = setTimeout(() => signal('SIGCONT'), PERIOD * (1 - share));
  }, PERIOD);
  return () => {
    clearInterval(timer);
    clearTimeout(waking);
    signal('SIGCONT');
  };
}
