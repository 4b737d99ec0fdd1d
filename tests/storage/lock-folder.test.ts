import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../src/storage/lock-folder';
import { openDatabase } from '../../src/storage/open-database';
import { StorageError } from '../../src/storage/storage-error';
import { folderHolders, kill, TAKE } from './hold-folder';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-lock-'));
const another = folderHolders();
afterAll(() => rmSync(folder, { recursive: true }));

test('a second process is told who has the folder and what to do; one that was killed leaves no lock behind', async () => {
  await (await openDatabase(folder)).destroy();
  const first = await another(folder);
  expect(() => lockFolder(folder)).toThrow(StorageError);
  expect(() => lockFolder(folder)).toThrow(/^Process \d+ serves from .*Stop it first, or .*DATA_DIR/);
  // The operators' commands look in beside it.
  await (await openDatabase(folder)).destroy();
  await kill(first);
  lockFolder(folder)();
}, 30_000);

test('what this process has it may take again, and others are kept out until it has given it back as often', () => {
  const [serving, migrating] = [lockFolder(folder), lockFolder(folder)];
  migrating();
  const tries = () => spawnSync(process.execPath, ['-e', `${TAKE} process.exit(0);`, folder], { encoding: 'utf8' });
  expect(tries().stderr).toContain(`Process ${process.pid} serves from ${folder} already`);
  serving();
  expect(tries().status).toBe(0);
}, 30_000);

test('what was given back can be taken again, and memory belongs to nobody else', () => {
  lockFolder(folder)();
  lockFolder(folder)();
  lockFolder(':memory:');
  lockFolder(':memory:')();
});
