import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuiltServer, openBuiltServer } from '../attacks/built-server';
import { folderHolders, kill } from '../storage/hold-folder';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-second-'));
const servers: BuiltServer[] = [];
const hold = folderHolders();
afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true });
});

async function start(data: string): Promise<BuiltServer> {
  const server = await openBuiltServer({ DATA_DIR: data });
  servers.push(server);
  return server;
}

/** Every file of the folder: what is in it, whose it is, and when it was last written. */
const filesOf = (data: string) =>
  readdirSync(data, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { mtimeMs, mode } = statSync(join(data, name));
      const isFile = statSync(join(data, name)).isFile();
      const bytes = isFile
        ? createHash('sha256')
            .update(readFileSync(join(data, name)))
            .digest('hex')
        : '';
      return { name, mode, mtimeMs, bytes };
    });

test('a second server is refused before it touches anything, and is told who has the folder and what to do', async () => {
  const data = join(folder, 'data');
  // What a killed server leaves behind is there to be taken up: a log that whoever opens the file would work in.
  await kill((await start(data)).process);
  expect(readdirSync(data)).toContain('passerelle.db-wal');
  const holder = await hold(data);
  const before = filesOf(data);
  const refused = await start(data).then(
    () => 'it serves',
    (error: Error) => error.message,
  );
  expect(refused).toContain(`Process ${holder.pid} serves from ${data} already`);
  expect(refused).toMatch(/Stop it first, or give this one a DATA_DIR of its own/);
  expect(filesOf(data)).toEqual(before);

  // Whoever dies leaves no lock behind, and the next one is the one that is named.
  await kill(holder);
  const next = await start(data);
  const again = await start(data).then(
    () => 'it serves',
    (error: Error) => error.message,
  );
  expect(again).toContain(`Process ${next.process.pid} serves from ${data} already`);
  expect(await next.stop()).toBe(0);
  expect(readdirSync(data)).not.toContain('passerelle.pid');
});

test('a server whose lock is taken away ends with the reason before another one serves beside it for long', async () => {
  const server = await start(join(folder, 'unlocked'));
  rmSync(join(server.data, 'passerelle.lock'));
  expect(await server.exited).toBe(1);
  expect(server.output()).toMatch(/The lock in .*unlocked \(passerelle\.lock\) was taken away/);
});

test('two folders that lead to one state file are one to the lock', async () => {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  const first = await start(one);
  mkdirSync(other);
  symlinkSync(join(one, 'passerelle.db'), join(other, 'passerelle.db'));
  const refused = await start(other).then(
    () => 'it serves',
    (error: Error) => error.message,
  );
  expect(refused).toContain(`Process ${first.process.pid} serves from ${other} already`);
  expect(await first.stop()).toBe(0);
  const next = await start(other);
  expect(await next.stop()).toBe(0);
});
