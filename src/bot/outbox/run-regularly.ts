/**
 * Does something again and again, never twice at once.
 * @param pause milliseconds between the end of one and the beginning of the next
 * @returns stops it, and resolves when what was going on is over
 */
export function runRegularly(work: () => Promise<void>, pause: number, onFailure: (error: unknown) => void) {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = () => {
    running = work()
      .catch(onFailure)
      .then(() => {
        if (!isStopped) timer = setTimeout(run, pause).unref();
      });
  };
  run();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
