import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dispatcher } from 'undici';
import { SHIPPED_DEPLOYMENT } from '../../src/bot/config.js';
import type { AccountReader, Credentials } from '../../src/checks/account-reader.js';
import { openDispatcher } from '../../src/checks/http/open-dispatcher.js';
import { REQUEST_LIMITS, type RequestLimits } from '../../src/checks/http/request-limits.js';
import { sealKey } from '../../src/checks/sealed-key.js';
import type { DeskFailureEvent } from '../../src/checks/teamwork-desk/desk-session.js';
import { createTeamworkDeskReader } from '../../src/checks/teamwork-desk/teamwork-desk-reader.js';
import { type PracticeDesk, type PracticeDeskOptions, practiceDesk } from '../../src/simulator/practice-desk.js';
import { type PracticeAccountId, practiceKey } from '../../src/simulator/practice-keys.js';
import { readPracticeSentences } from '../../src/simulator/practice-sentences.js';

/** Monday, a quarter to eleven: the time of every practice test. */
export const NOW = Date.parse('2026-11-23T10:42:00.000Z');

/** Retries at once; waits long enough for a busy machine. */
const TEST_LIMITS: RequestLimits = { ...REQUEST_LIMITS, retryWaitMs: 5, longestRetryWaitMs: 10 };
/** For the tests in which an answer does not come: still longer than a busy machine needs for the others. */
const IMPATIENT_MS = 800;

export interface OpenDesk {
  readonly desk: PracticeDesk;
  readonly origin: string;
  readonly reader: AccountReader;
  readonly failures: DeskFailureEvent[];
  /** Moves the clock of the simulator and of the client. */
  readonly time: { now: number };
  credentials(id: PracticeAccountId): Credentials;
  /** From now on the client waits for less than a second. */
  makeImpatient(): void;
  /** From now on a whole reading may take this long. */
  limitReading(ms: number): void;
  close(): Promise<void>;
}

/** The simulator on a port of its own, and the real client in front of it. */
export async function openPracticeDesk(
  options: Partial<PracticeDeskOptions> & { dispatcher?: (origin: string) => Dispatcher } = {},
): Promise<OpenDesk> {
  const time = { now: NOW };
  const clock = () => time.now;
  const sentences = await readPracticeSentences(SHIPPED_DEPLOYMENT);
  const desk = practiceDesk({ clock, sentences, ...options });
  const server = createServer(desk.listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}${options.basePath ?? ''}`;
  const limits: { -readonly [K in keyof RequestLimits]: RequestLimits[K] } = { ...TEST_LIMITS };
  const dispatcher = options.dispatcher?.(origin) ?? openDispatcher(limits);
  const failures: DeskFailureEvent[] = [];
  const reader = createTeamworkDeskReader({
    ...{ dispatcher, now: clock, practiceSite: origin, limits },
    onFailure: (event) => failures.push(event),
  });
  return {
    ...{ desk, origin, reader, failures, time },
    credentials: (id) => ({ site: origin, key: sealKey(practiceKey(id)) }),
    makeImpatient() {
      limits.requestMs = IMPATIENT_MS;
    },
    limitReading(ms) {
      limits.readingMs = ms;
    },
    async close() {
      await dispatcher.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
