import { setTimeout } from 'node:timers/promises';
import { compose } from '../bot/compose.js';
import { readConfig } from '../bot/config.js';
import { withinTime } from '../bot/handoff/within-time.js';
import { openLog } from '../bot/log.js';
import { OperatorError } from '../bot/operator-error.js';
import { caseReference } from '../handoff/case.js';
import { parcelKey } from '../handoff/destination.js';
import { syntheticCase } from '../handoff/synthetic-case.js';
import { fail } from './fail.js';
import { oneLine, print } from './print.js';

/** How long it may take to look into the mailbox of answers, in milliseconds. */
const LONGEST_MS = 30_000;

/**
 * Sends a test case to one destination, or to each, and says what came back; nothing is kept of it here. Ends with 1 when one
 * of them did not take it.
 */
export async function testHandoff(
  env: Readonly<Record<string, string | undefined>>,
  only: string | undefined,
): Promise<void> {
  try {
    const config = readConfig(env);
    // Beside a server that runs: its state file is not touched.
    const app = await compose({ ...config, dataFolder: ':memory:', databaseUrl: undefined }, openLog('silent'));
    const { destinations } = app.handoffs;
    const chosen = destinations.filter(({ id }) => only === undefined || id === only);
    if (chosen.length === 0) throw new OperatorError(nothingToTest(only, destinations));
    let isWell = true;
    for (const destination of chosen) {
      const { id, kind } = destination;
      const now = new Date();
      const handedOver = syntheticCase(caseReference(Math.random), now);
      const key = parcelKey(handedOver.reference, id, 'opened');
      const parcel = { key, event: 'opened', handedOver, triesBefore: 0, remote: {}, isTest: true } as const;
      const came = await withinTime(
        (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
        (signal) => destination.deliver(parcel, signal),
      );
      const took = `${Date.now() - now.getTime()} ms`;
      if (came.kind === 'accepted') print(`${id} (${kind}): delivered as ${handedOver.reference}, ${took}\n`);
      else print(`${id} (${kind}): NOT delivered, ${oneLine(came.why)}, ${took}\n`);
      isWell &&= came.kind === 'accepted';
    }
    const { mailbox } = app.handoffs;
    if (mailbox && only === undefined) {
      const read = await mailbox.probe(AbortSignal.timeout(LONGEST_MS));
      if (read.kind === 'read') print('answers by mail: the mailbox can be read\n');
      else print(`answers by mail: the mailbox can NOT be read, ${oneLine(read.why)}\n`);
      isWell &&= read.kind === 'read';
    }
    await app.close();
    if (!isWell) process.exitCode = 1;
  } catch (error) {
    fail(error);
  }
}

function nothingToTest(only: string | undefined, destinations: readonly { readonly id: string }[]): string {
  if (destinations.length === 0) return 'There is no destination: set HANDOFF_FILE (docs/handoff.md).';
  return `There is no destination ${only}. HANDOFF_FILE names ${destinations.map(({ id }) => id).join(', ')}.`;
}
