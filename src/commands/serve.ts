import { type App, compose } from '../bot/compose.js';
import { readConfig } from '../bot/config.js';
import { useProxy } from '../bot/connector/use-proxy.js';
import { openLog } from '../bot/log.js';
import { runRegularly } from '../bot/outbox/run-regularly.js';
import { createServer } from '../bot/server.js';
import { isLocked, lockFolder } from '../storage/lock-folder.js';
import { StorageError } from '../storage/storage-error.js';
import { fail } from './fail.js';
import { print, printError } from './print.js';
import { startLines } from './start-lines.js';
import { stopOnFault } from './stop-on-fault.js';

/** How often old conversations are deleted, in milliseconds. */
const CLEANING = 60 * 60 * 1000;

/** How often the state file is looked at, in milliseconds; every write looks, too. */
const WATCHING = 1000;

/**
 * Reads the settings, opens the app, listens; stops gently on SIGTERM, SIGINT and a fault that nobody has caught.
 * @param onListening what is opened beside it
 */
export async function serve(
  env: Readonly<Record<string, string | undefined>>,
  onListening?: (app: App, port: number) => Promise<void>,
): Promise<void> {
  try {
    const config = readConfig(env);
    const log = openLog(config.logLevel);
    if (config.proxy) useProxy(config.proxy);
    // First of all: in a folder of another process nothing is even looked at.
    const unlock = config.databaseUrl === undefined ? lockFolder(config.dataFolder) : () => {};
    const app = await compose(config, log);
    if (!config.handoff) log.warn({ event: 'hand-offs reach nobody', remedy: 'HANDOFF_FILE, see .env.example' });
    app.knowledgeService.warmUp();
    const server = createServer(app);
    const port = await server.listen(config.port);
    // Not before it listens: much to forget must not keep customers waiting.
    const stopCleaning = runRegularly(app.forgetOld, CLEANING, (error) =>
      log.error({ event: 'cleaning failed', error: String(error) }),
    );
    const stop = () => {
      void stopCleaning();
      log.info({ event: 'stopping' });
      server.stop().then(
        () => {
          unlock();
          process.exit(0);
        },
        (error: unknown) => fail(error),
      );
    };
    const onFault = stopOnFault({
      log,
      stop: server.stop,
      exit: (code) => process.exit(code),
      later: (milliseconds, act) => void setTimeout(act, milliseconds),
    });
    void runRegularly(
      async () => {
        const what = config.databaseUrl === undefined ? whatIsWrong(app, config.dataFolder) : undefined;
        if (what === undefined) return;
        printError(`${what}\n`);
        onFault(new StorageError(what), 'state file');
      },
      WATCHING,
      (error) => onFault(error, 'state file'),
    );
    // A rejection that nobody has caught comes here, too.
    process.on('uncaughtException', onFault);
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    // Last: whoever reads them may stop it at once.
    for (const line of startLines(config, app, port)) print(`${line}\n`);
    await onListening?.(app, port);
  } catch (error) {
    fail(error);
  }
}

/** What was done to the state file, or to the lock that keeps others from it, and the remedy. */
function whatIsWrong(app: App, folder: string): string | undefined {
  const what = app.fileFault();
  if (what !== undefined)
    return `The state file in ${folder} was ${what} while this process served from it: put it back and start again.`;
  return isLocked(folder)
    ? undefined
    : `The lock in ${folder} (passerelle.lock) was taken away while this process served from it: another one may serve from it now. See that only one does.`;
}
