import { readConfig } from '../bot/config.js';
import { OperatorError } from '../bot/operator-error.js';
import { copyState } from '../storage/copy-state.js';
import { lockFolder } from '../storage/lock-folder.js';
import { openDatabase } from '../storage/open-database.js';
import { openPostgres, shownUrl } from '../storage/open-postgres.js';
import { fail } from './fail.js';
import { print } from './print.js';

/** Moves what the state file holds into the database of a server, while nobody serves from the file. */
export async function copy(env: Readonly<Record<string, string | undefined>>, to: string): Promise<void> {
  try {
    const { dataFolder } = readConfig({ ...env, NODE_ENV: undefined, DATABASE_URL: undefined });
    if (!/^postgres(?:ql)?:\/\/[^/]+\/./.test(to) || !URL.canParse(to))
      throw new OperatorError('--to: the address of a database expected: postgres://user:password@host/database');
    const unlock = lockFolder(dataFolder);
    const from = await openDatabase(dataFolder);
    try {
      const server = await openPostgres(to, { connections: 2 });
      await copyState(from, server, ({ table, rows, before }) =>
        print(`${table.padEnd(24)} ${rows} rows${before > 0 ? `, ${before} of them were there` : ''}\n`),
      ).finally(() => server.destroy());
      print(`All of ${dataFolder} is in ${shownUrl(to)}. Set DATABASE_URL, and start.\n`);
    } finally {
      await from.destroy();
      unlock();
    }
  } catch (error) {
    fail(error);
  }
}
