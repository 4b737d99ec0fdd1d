import type { Log } from '../bot/log.js';

/** How long a gentle stop may take after a fault, in milliseconds; what is broken may never finish. */
const LONGEST_STOP = 10_000;

interface FaultDeps {
  readonly log: Pick<Log, 'error'>;
  /** Lets turns in flight finish and closes the storage. */
  readonly stop: () => Promise<void>;
  readonly exit: (code: number) => void;
  /** Calls back after that many milliseconds. */
  readonly later: (milliseconds: number, act: () => void) => void;
}

/**
 * What is done with an error that nobody has caught (docs/production.md): after it, the process may be in any state. It
 * is logged once, turns in flight finish, and the process ends with 1, so that its supervisor starts it anew. The
 * message of the error is left out, for it may hold what a customer typed.
 */
export function stopOnFault({ log, stop, exit, later }: FaultDeps): (fault: unknown, origin: string) => void {
  let isStopping = false;
  return (fault, origin) => {
    if (isStopping) return;
    isStopping = true;
    log.error({ event: 'fault, stopping', origin, ...traceOf(fault) });
    later(LONGEST_STOP, () => exit(1));
    stop().then(
      () => exit(1),
      () => exit(1),
    );
  };
}

/** Kind, code and places of an error. */
function traceOf(fault: unknown): object {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const code: unknown = Reflect.get(fault, 'code');
  const places = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: fault.name,
    ...(typeof code === 'string' ? { code } : {}),
    stack: places.map((line) => line.trim()),
  };
}
