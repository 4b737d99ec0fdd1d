import type { Middleware } from 'botbuilder';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { isSameSecret } from '../http/is-same-secret.js';
import { changedLog, type Fields, type Log } from './log.js';
import type { Timed } from './phases.js';
import { loggedChannel } from './turn/conversation-key.js';

/** What is waited for at most, in seconds: from a click to a look at a slow account. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What can be counted at any time, as of now. */
export interface Measured {
  /** Sockets of the website that are open in this process. */
  sockets(): number;
  /** What is to be said later: how much is due, and for how many seconds the oldest has been. */
  due(): Promise<{ readonly count: number; readonly oldestSeconds: number }>;
  /** Cases on their way to the team, by destination. */
  handoffs(): Promise<readonly { readonly id: string; readonly waiting: number; readonly givenUp: number }[]>;
  /** To the database server; absent where there is none. */
  readonly connections?: (() => Readonly<Record<'busy' | 'idle' | 'waiting', number>>) | undefined;
}

/** The values of one figure, each with its labels. */
type Samples = readonly (readonly [Readonly<Record<string, string>>, number])[];

/** Figures in the form that Prometheus reads; no utterance, name or address is in them. */
export interface Metrics {
  /** Counts what is logged. */
  counting(log: Log): Log;
  /** Times turns; it stands before all other middleware. */
  readonly middleware: Middleware;
  /** Times the phases of turns. */
  readonly timed: Timed;
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
  const refusals = counter('refusals_total', 'Questions that were not answered, by why', ['refusal']);
  const findings = counter('findings_total', 'What looks at accounts found, by check and kind', ['check', 'kind']);
  const histogram = (name: string, help: string, labelNames: string[]) =>
    new Histogram({ name: `passerelle_${name}`, help, labelNames, buckets: BUCKETS, registers });
  const seconds = histogram('turn_seconds', 'From when a turn came until all of it was stored and said', ['channel']);
  const phases = histogram('phase_seconds', 'What turns spend their time on; a look has its calls in it', ['phase']);

  const noted = (fields: Fields) => {
    events.inc({ event: fields.event });
    if (fields.event !== 'turn') return;
    const { route, verdict = 'none', refusal, findings: found } = fields;
    turns.inc({ route: String(route), verdict: String(verdict) });
    if (refusal !== undefined) refusals.inc({ refusal: String(refusal) });
    if (typeof found !== 'object' || found === null) return;
    for (const [check, kind] of Object.entries(found)) findings.inc({ check, kind: String(kind) });
  };
  return {
    counting: (log) =>
      changedLog(log, (fields, level) => {
        if (level !== 'debug') noted(fields);
        return fields;
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
    async timed(phase, work) {
      const begin = clock();
      try {
        return await work();
      } finally {
        phases.observe({ phase }, (clock() - begin) / 1000);
      }
    },
    watch({ sockets, connections, ...measured }) {
      const [due, handoffs] = [together(measured.due), together(measured.handoffs)];
      const gauge = (name: string, help: string, labelNames: string[], read: () => Promise<Samples>) =>
        new Gauge({
          name: `passerelle_${name}`,
          help,
          labelNames,
          registers,
          async collect() {
            // What cannot be read now, of a database that is away, is left out; the rest is wanted all the more.
            const samples = await read().catch((): Samples => []);
            if (labelNames.length === 0) this.remove();
            else this.reset();
            for (const [labels, value] of samples) this.set(labels, value);
          },
        });
      const one = (value: number): Samples => [[{}, value]];
      gauge('sockets', 'Sockets of the website that are open in this process', [], async () => one(sockets()));
      gauge('outbox_due', 'What should have been said by now', [], async () => one((await due()).count));
      const oldest = async () => one((await due()).oldestSeconds);
      gauge('outbox_oldest_seconds', 'For how long the oldest of it is due', [], oldest);
      const cases = (of: 'waiting' | 'givenUp') => async () =>
        (await handoffs()).map(({ id, [of]: count }) => [{ destination: id }, count] as const);
      gauge(
        'handoffs_waiting',
        'Cases and what is to be told of them, not delivered yet',
        ['destination'],
        cases('waiting'),
      );
      gauge('handoffs_given_up', 'Those that nobody delivers any more', ['destination'], cases('givenUp'));
      if (!connections) return;
      const states = async () => Object.entries(connections()).map(([state, count]) => [{ state }, count] as const);
      gauge('database_connections', 'To the server, and what waits for one, in this process', ['state'], states);
    },
    read: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Whether a request carries the token that figures are read with; compared in constant time. */
export function mayReadMetrics(header: string | undefined, token: string): boolean {
  return isSameSecret(header ?? '', `Bearer ${token}`);
}

/** What is asked for by several figures of one reading is asked once. */
function together<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asking: Promise<Answer> | undefined;
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
