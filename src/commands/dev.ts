import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '../bot/operator-error.js';
import { loadEnvFile } from './load-env-file.js';
import { openTryDoor } from './open-try-door.js';
import { print } from './print.js';
import { serve } from './serve.js';

/**
 * `passerelle dev DIR`: serves a help centre with the settings of its own `.env`, and beside it, for this machine alone, a page for
 * trying questions. Changed articles are seen at once, on that page, too.
 */
export async function dev(folder: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  if (!existsSync(folder)) throw new OperatorError(`There is no folder ${folder}. passerelle new ${folder} makes one.`);
  const own: Record<string, string | undefined> = { ...env };
  loadEnvFile(join(folder, '.env'), own);
  const settings = {
    ...own,
    KNOWLEDGE_DIR: resolve(folder),
    DATA_DIR: resolve(folder, own.DATA_DIR ?? '.data'),
    LOG_LEVEL: own.LOG_LEVEL ?? 'warn',
  };
  await serve(settings, async (app, port) => {
    const door = await openTryDoor(app, port + 1, `http://localhost:${port}`);
    print(`Try questions, with the reasons: ${door.url}\n`);
  });
}
