import { openDispatcher } from '../checks/teamwork-desk/open-dispatcher.js';
import { createTeamworkDeskReader } from '../checks/teamwork-desk/teamwork-desk-reader.js';
import type { CheckSet } from '../dialogs/account/check-set.js';
import { teamworkDeskChecks } from '../dialogs/account/teamwork-desk-checks.js';
import { type PracticeDesk, practiceDesk } from '../simulator/practice-desk.js';
import { readPracticeSentences } from '../simulator/practice-sentences.js';
import { type Config, SHIPPED_DEPLOYMENT } from './config.js';
import type { Log } from './log.js';
import { OperatorError } from './operator-error.js';
import { PRACTICE_PATH } from './practice-path.js';
import { publicFolder } from './public-folder.js';

export interface CheckSetDeps {
  readonly config: Config;
  readonly log: Log;
  readonly now: () => Date;
  /** Milliseconds that never go back. */
  readonly steady: () => number;
}

/** A set of checks, open: it may hold connections. */
export interface OpenCheckSet {
  readonly set: CheckSet;
  /** The practice account that stands in for a real one, and where it listens. */
  readonly practice?: { readonly desk: PracticeDesk; readonly site: string } | undefined;
  close(): Promise<void>;
}

/** The sets that a deployment.yml may name. */
export type CheckSets = Readonly<Record<string, (deps: CheckSetDeps) => Promise<OpenCheckSet>>>;

export const CHECK_SETS: CheckSets = { 'teamwork-desk': openTeamworkDesk };

/**
 * The set that the deployment names; nothing when it names none.
 * @throws OperatorError when nobody knows it
 */
export async function openCheckSet(
  name: string | undefined,
  sets: CheckSets,
  deps: CheckSetDeps,
): Promise<OpenCheckSet | undefined> {
  if (name === undefined) return undefined;
  const open = Object.hasOwn(sets, name) ? sets[name] : undefined;
  if (open) return open(deps);
  throw new OperatorError(
    `deployment.yml: there is no set of checks "${name}". Known: ${Object.keys(sets).join(', ')}; without \`checks:\` there are none.`,
  );
}

async function openTeamworkDesk({ config, log, now, steady }: CheckSetDeps): Promise<OpenCheckSet> {
  const dispatcher = openDispatcher();
  const clock = () => now().getTime();
  const practice = config.practice
    ? {
        desk: practiceDesk({
          clock,
          basePath: publicFolder(config.publicUrl) + PRACTICE_PATH,
          sentences: await readPracticeSentences(SHIPPED_DEPLOYMENT),
        }),
        site: `${config.publicUrl}${PRACTICE_PATH}`,
      }
    : undefined;
  const reader = createTeamworkDeskReader({
    dispatcher,
    now: clock,
    steady,
    ...(practice === undefined ? {} : { practiceSite: practice.site }),
    onFailure: (failure) => log.warn({ event: 'account not read', ...failure }),
  });
  return {
    set: teamworkDeskChecks(reader, practice?.site),
    practice,
    // Nobody is told any more what an account answers now: it is not waited for.
    close: () => dispatcher.destroy(),
  };
}
