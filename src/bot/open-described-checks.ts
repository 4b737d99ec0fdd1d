import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { type CheckFile, type CheckFileWorld, checkFile } from '../checks/described/check-file.js';
import { createDescribedReader } from '../checks/described/described-reader.js';
import { LONGEST_TIMEOUT } from '../checks/described/described-request.js';
import { openDispatcher } from '../checks/http/open-dispatcher.js';
import { REQUEST_LIMITS } from '../checks/http/request-limits.js';
import { describedChecks } from '../dialogs/account/described-checks.js';
import { describeProblem, type Loaded } from '../knowledge/articles/article.js';
import { readYaml } from '../knowledge/articles/read-yaml.js';
import type { CheckSetDeps, OpenCheckSet } from './open-check-set.js';
import { OperatorError } from './operator-error.js';

/** Reads a checks file; what is wrong with it is told with its line, never what a setting holds. */
export async function readCheckFile(path: string, world: CheckFileWorld): Promise<Loaded<CheckFile>> {
  const file = relative(process.cwd(), path);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { kind: 'broken', problems: [{ file, message: 'the file cannot be read' }] };
  return readYaml(file, text, checkFile(world));
}

/**
 * Opens the checks that a file describes.
 * @throws OperatorError that names everything that is wrong with it, file and line
 */
export async function openDescribedChecks(path: string, deps: CheckSetDeps): Promise<OpenCheckSet> {
  const { config, log, timed, now, steady, articles, sentence } = deps;
  const read = await readCheckFile(path, { variables: config.checkSettings ?? {}, articles, sentence });
  if (read.kind === 'broken')
    throw new OperatorError(
      `The checks of this deployment cannot be used:\n${read.problems.map((each) => `  - ${describeProblem(each)}`).join('\n')}`,
    );
  // No less than any request of a checks file may take: its own time-out ends it.
  const limits = { ...REQUEST_LIMITS, requestMs: LONGEST_TIMEOUT * 1000 };
  const dispatcher = openDispatcher(limits);
  const reader = createDescribedReader(read.value, {
    dispatcher,
    limits,
    now: () => now().getTime(),
    steady,
    timed: async (ask) => timed('call', ask),
    onFailure: (failure) => log.warn({ event: 'account not read', ...failure }),
  });
  return { set: describedChecks(read.value, reader), close: () => dispatcher.destroy() };
}
