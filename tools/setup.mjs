// What a change is made and tested with, beside what the server needs: `npm ci` leaves the development packages out (.npmrc).
// Usage: npm run setup, or node tools/setup.mjs [conformance] [bench]. Installs what is missing or of another version; else it is silent.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether everything that a folder's lock file names is there, in its version; what is for other systems may be missing. */
function isInstalled(folder) {
  const there = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(there)) return false;
  const found = packagesOf(there);
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(
    ([place, { version, optional }]) => place === '' || optional || found[place]?.version === version,
  );
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Ends the process when npm fails: it has said why. */
function npm(folder, ...args) {
  // As `npm run` tells it; without it, the npm on the path.
  const path = process.env.npm_execpath;
  const [command, before, shell] = path ? [process.execPath, [path], false] : ['npm', [], process.platform === 'win32'];
  const { status, error } = spawnSync(command, [...before, ...args], { cwd: folder, shell, stdio: ['ignore', 2, 2] });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

// With a lock file and without saving, npm adds what the lock file names and changes neither file.
if (!isInstalled(root)) npm(root, 'install', '--include=dev', '--no-save');
for (const folder of process.argv.slice(2).map((name) => join(root, name))) if (!isInstalled(folder)) npm(folder, 'ci');
