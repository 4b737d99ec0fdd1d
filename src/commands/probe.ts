import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compose } from '../bot/compose.js';
import { readConfig } from '../bot/config.js';
import { openFreshness } from '../bot/freshness/open-freshness.js';
import type { Log } from '../bot/log.js';
import { OperatorError } from '../bot/operator-error.js';
import type { Lent } from '../checks/key-ring.js';
import { openPageDoor } from '../freshness/open-page-door.js';
import { fail } from './fail.js';
import { openSideDoor } from './open-side-door.js';
import { print } from './print.js';

const SAID = { gone: 'is gone', moved: 'has moved to', changed: 'has changed since the article was written, seen on' };

/**
 * `passerelle probe`: whether links, pictures, films and sources of the articles are still there, and whether an account still reads the way
 * the checks expect: that of PROBE_SITE and PROBE_KEY, else the practice account. Ends with 1 when somebody has to look at something.
 */
export async function probe(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    const config = readConfig({ ...env, NODE_ENV: undefined });
    const door = await openSideDoor();
    const failures: string[] = [];
    // Beside a server that runs: its state file is not touched.
    const app = await compose(
      { ...config, dataFolder: ':memory:', databaseUrl: undefined, publicUrl: door.url },
      hearing(failures),
    );
    door.lead(app);
    const freshness = await openFreshness({
      file: join(config.dataFolder, 'freshness.json'),
      knowledge: () => app.knowledgeService.knowledge,
      openDoor: openPageDoor,
      now: () => new Date(),
      wait: setTimeout,
    });
    const { stale } = await freshness.probe();
    for (const { article, language, kind, url, why } of stale)
      print(`${language}/${article}: ${url} ${SAID[kind]}${kind === 'gone' ? ` (${why})` : ` ${why}`}\n`);
    const looked = await lookAtAccount(app, env);
    for (const failure of failures) print(`${looked}: ${failure}\n`);
    print(
      `${stale.length} links to look at${looked === undefined ? '' : `; ${looked} read, ${failures.length} surprises`}\n`,
    );
    await app.close();
    await door.close();
    if (stale.length > 0 || failures.length > 0) process.exitCode = 1;
  } catch (error) {
    fail(error);
  }
}

type App = Awaited<ReturnType<typeof compose>>;

/** @returns the account that was looked at; nothing when the deployment has none */
async function lookAtAccount(
  { accounts, locales }: App,
  { PROBE_SITE: site = '', PROBE_KEY: key = '' }: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  if (!accounts) return undefined;
  const lent = key === '' ? accounts.practice?.lent : lentFor(site, key);
  if (!lent) return undefined;
  await accounts.set.look(lent, 'all', new AbortController().signal);
  return lent.host;

  function lentFor(typedSite: string, typedKey: string): Lent {
    const { set } = accounts ?? {};
    const read = set?.readSignIn({ kind: 'entered', site: typedSite, key: set.readKey(typedKey) }, locales.words('en'));
    if (!read || 'fault' in read) throw new OperatorError(`PROBE_SITE, PROBE_KEY: ${read?.fault ?? 'no account'}`);
    return read.lent;
  }
}

/** Hears what could not be read of an account, and nothing else. */
function hearing(failures: string[]): Log {
  const silent = () => {};
  return {
    ...{ debug: silent, info: silent, error: silent },
    warn: ({ event, ...fields }) => {
      if (event === 'account not read') failures.push(JSON.stringify(fields));
    },
  };
}
