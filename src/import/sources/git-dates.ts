import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** A history of 100,000 commits with their files. */
const LARGEST_LOG = 200 * 1024 * 1024;

/**
 * The day of the last commit of each file below a folder, by path. Empty when the folder is no checkout or there is no git;
 * a shallow checkout says the same day of all files, and counts as none.
 */
export async function gitDates(folder: string): Promise<ReadonlyMap<string, string>> {
  const git = async (...args: readonly string[]) =>
    (await run('git', ['-C', folder, ...args], { maxBuffer: LARGEST_LOG })).stdout;
  try {
    if ((await git('rev-parse', '--is-shallow-repository')).trim() === 'true') return new Map();
    const log = await git(
      '-c',
      'core.quotepath=off',
      'log',
      '--format=%x01%cs',
      '--name-only',
      '--relative',
      '--',
      '.',
    );
    const dates = new Map<string, string>();
    for (const commit of log.split('\x01').slice(1)) {
      const [date = '', ...files] = commit.split('\n');
      for (const file of files) if (file && !dates.has(file)) dates.set(file, date);
    }
    return dates;
  } catch {
    return new Map();
  }
}
