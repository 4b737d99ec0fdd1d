import { openDispatcher } from '../checks/http/open-dispatcher.js';
import { createTeamworkDeskReader } from '../checks/teamwork-desk/teamwork-desk-reader.js';
import { teamworkDeskChecks } from '../dialogs/account/teamwork-desk-checks.js';
import { practiceDesk } from '../simulator/practice-desk.js';
import { readPracticeSentences } from '../simulator/practice-sentences.js';
import { SHIPPED_DEPLOYMENT } from './config.js';
import { findChecks } from './find-checks.js';
import { openCheckModule } from './open-check-module.js';
import type { CheckSetDeps, OpenCheckSet } from './open-check-set.js';
import { openDescribedChecks } from './open-described-checks.js';
import { OperatorError } from './operator-error.js';
import { PRACTICE_PATH } from './practice-path.js';
import { publicFolder } from './public-folder.js';

/** The sets that a deployment.yml may name. */
export type CheckSets = Readonly<Record<string, (deps: CheckSetDeps) => Promise<OpenCheckSet>>>;

export const CHECK_SETS: CheckSets = { 'teamwork-desk': openTeamworkDesk };

/**
 * The set that the deployment names; nothing when it names none. `checks.yml` and `checks.ts` are files of the deployment: one
 * describes checks, the other implements them.
 * @throws OperatorError when nobody knows it, or its file cannot be used
 */
export async function openCheckSet(
  name: string | undefined,
  sets: CheckSets,
  deps: CheckSetDeps,
): Promise<OpenCheckSet | undefined> {
  if (name === undefined) return undefined;
  const found = findChecks(name, deps.config.knowledgeFolder, Object.keys(sets));
  switch (found.kind) {
    case 'set':
      return sets[found.name]?.(deps);
    case 'described':
      return openDescribedChecks(found.path, deps);
    case 'module':
      return openCheckModule(found.path, deps);
    case 'none':
      throw new OperatorError(`deployment.yml: ${found.why}`);
  }
}

async function openTeamworkDesk({ config, log, timed, now, steady }: CheckSetDeps): Promise<OpenCheckSet> {
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
    timed: async (ask) => timed('call', ask),
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
