import type { Middleware } from 'botbuilder';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { isSameSecret } from '../http/is-same-secret.js';
import type { Log } from './log.js';
import { loggedChannel } from './turn/conversation-key.js';

/** What is waited for at most, in seconds: from a click to a look at a slow account. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What can be counted at any time, as of now. */
export interface Measured {
  /** Sockets of the website that are open in this process. */
  sockets(): number;
  /** What is to be said later: how much is due, and for how many seconds the oldest has been. */
  due(): Promise<{ readonly count: number; readonly oldestSeconds: number }>;
}

/** Figures in the form that Prometheus reads; no utterance, name or address is in them. */
export interface Metrics {
  /** Counts what is logged. */
  counting(log: Log): Log;
  /** Times turns; it stands before all other middleware. */
  readonly middleware: Middleware;
  /** Tells what to ask at each reading. */
  watch(measured: Measured): void;
  read(): Promise<string>;
  readonly contentType: string;
}

/** @param clock milliseconds that only go forward */
export function openMetrics(clock: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `passerelle_${name}`, help, labelNames, registers });
  const events = counter('events_total', 'What was logged, by event', ['event']);
  const turns = counter(
    'turns_total',
    'Turns that were answered, by where they led and how their words were understood',
    ['route', 'verdict'],
  );
  const seconds = new Histogram({
    name: 'passerelle_turn_seconds',
    help: 'From when a turn came until all of it was stored and said',
    labelNames: ['channel'],
    buckets: BUCKETS,
    registers,
  });

  const noted = (fields: Parameters<Log['info']>[0]) => {
    events.inc({ event: fields.event });
    if (fields.event === 'turn')
      turns.inc({
        route: String(fields.route),
        verdict: fields.verdict === undefined ? 'none' : String(fields.verdict),
      });
  };
  return {
    counting: (log) => ({
      debug: (fields) => log.debug(fields),
      info: (fields) => {
        noted(fields);
        log.info(fields);
      },
      warn: (fields) => {
        noted(fields);
        log.warn(fields);
      },
      error: (fields) => {
        noted(fields);
        log.error(fields);
      },
    }),
    middleware: {
      async onTurn({ activity }, next) {
        const begin = clock();
        try {
          await next();
        } finally {
          seconds.observe({ channel: loggedChannel(activity.channelId) }, (clock() - begin) / 1000);
        }
      },
    },
    watch({ sockets, due }) {
      const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
        new Gauge({
          name: `passerelle_${name}`,
          help,
          registers,
          async collect() {
            this.set(await read());
          },
        });
      gauge('sockets', 'Sockets of the website that are open in this process', sockets);
      gauge('outbox_due', 'What should have been said by now', async () => (await due()).count);
      gauge('outbox_oldest_seconds', 'For how long the oldest of it is due', async () => (await due()).oldestSeconds);
    },
    read: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Whether a request carries the token that figures are read with; compared in constant time. */
export function mayReadMetrics(header: string | undefined, token: string): boolean {
  return isSameSecret(header ?? '', `Bearer ${token}`);
}
