import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openDatabase } from '../../src/storage/open-database';
import { StorageError } from '../../src/storage/storage-error';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-database-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Why a start was refused. */
async function refusal(at: string): Promise<unknown> {
  return openDatabase(at).then(
    (db) => db.destroy(),
    (error: unknown) => error,
  );
}
const isNamed = (error: unknown, file: string, why: RegExp) => {
  expect(error).toBeInstanceOf(StorageError);
  expect(String(error)).toContain(`Cannot write the state file ${file}`);
  expect(String(error)).toContain('DATA_DIR');
  expect(String(error)).toMatch(why);
};

test('a folder that is not there yet is made', async () => {
  const deep = join(folder, 'a', 'b');
  const db = await openDatabase(deep);
  await db.destroy();
  expect(existsSync(join(deep, 'passerelle.db'))).toBe(true);
});

test('a folder that is a file is named, with the remedy', async () => {
  const file = join(folder, 'data');
  writeFileSync(file, 'x');
  isNamed(await refusal(file), join(file, 'passerelle.db'), /EEXIST|ENOTDIR|not a directory/);
});

test('a state file that is a folder is named', async () => {
  mkdirSync(join(folder, 'passerelle.db'));
  isNamed(await refusal(folder), join(folder, 'passerelle.db'), /unable to open|open/i);
});

test('a file that is no database is named, and left as it is', async () => {
  const file = join(folder, 'passerelle.db');
  writeFileSync(file, 'these are somebody’s notes, at some length, and no database at all '.repeat(20));
  isNamed(await refusal(folder), file, /not a database/);
  expect(existsSync(file)).toBe(true);
});

test('a file that another process writes to is named', async () => {
  await (await openDatabase(folder)).destroy();
  const other = new Database(join(folder, 'passerelle.db'));
  other.exec('begin exclusive');
  isNamed(await refusal(folder), join(folder, 'passerelle.db'), /locked|busy/i);
  other.exec('rollback');
  other.close();
}, 10_000);

test('a table of ours with other columns is named', async () => {
  const other = new Database(join(folder, 'passerelle.db'));
  other.exec('create table state (key text)');
  other.close();
  isNamed(await refusal(folder), join(folder, 'passerelle.db'), /column/);
});

test('in memory nothing is written to disk', async () => {
  const db = await openDatabase(':memory:');
  await db.destroy();
  expect(existsSync(':memory:')).toBe(false);
});
