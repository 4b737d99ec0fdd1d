import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const BUILT = JSON.stringify(join(__dirname, '..', '..', 'dist', 'storage', 'lock-folder.js'));
/** For `node -e`, with the folder behind it. */
export const TAKE = `require(${BUILT}).lockFolder(process.argv[1]);`;

/** Processes of their own that serve from a folder and do nothing else in it; killed after the tests of the file. */
export function folderHolders(): (folder: string) => Promise<ChildProcess> {
  const holders: ChildProcess[] = [];
  afterAll(() => {
    for (const holder of holders) holder.kill('SIGKILL');
  });
  return async (folder) => {
    const code = `${TAKE} console.log('mine'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['-e', code, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    holders.push(child);
    await once(child.stdout ?? child, 'data');
    return child;
  };
}

/** What a power cut does to a process. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
