import type { Middleware } from 'botbuilder';
import type { Config } from './config.js';
import type { Log } from './log.js';
import { type Metrics, openMetrics } from './metrics.js';
import { type Timed, untimed } from './phases.js';

/** What tells operators how turns do. */
interface Watching {
  readonly log: Log;
  readonly timed: Timed;
  /** Stands before all other middleware. */
  readonly middleware: readonly Middleware[];
  /** Absent where nobody may read them. */
  readonly metrics: Metrics | undefined;
  close(): Promise<void>;
}

/**
 * Opens figures and traces, each where the settings ask for it; where they do not, nothing is loaded and nothing is timed.
 * @param clock milliseconds that only go forward
 */
export async function openWatching(
  { metricsToken, tracesUrl }: Pick<Config, 'metricsToken' | 'tracesUrl'>,
  given: Log,
  clock: () => number,
): Promise<Watching> {
  const metrics = metricsToken === undefined ? undefined : openMetrics(clock);
  const counted = metrics?.counting(given) ?? given;
  const warn: Log['warn'] = (fields) => counted.warn(fields);
  const tracing =
    tracesUrl === undefined ? undefined : (await import('./open-tracing.js')).openTracing(tracesUrl, warn);
  const [measured, traced] = [metrics?.timed ?? untimed, tracing?.timed ?? untimed];
  return {
    log: tracing?.telling(counted) ?? counted,
    timed: (phase, work) => measured(phase, () => traced(phase, work)),
    middleware: [...(metrics ? [metrics.middleware] : []), ...(tracing ? [tracing.middleware] : [])],
    metrics,
    close: async () => tracing?.close(),
  };
}
