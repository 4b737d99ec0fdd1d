import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BuiltServer, OWN, openBuiltServer } from '../attacks/built-server';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-file-faults-'));
const servers: BuiltServer[] = [];
let started = 0;
afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true });
});

async function start(data = join(folder, `${started++}`)): Promise<BuiltServer> {
  const server = await openBuiltServer({ DATA_DIR: data });
  servers.push(server);
  return server;
}

async function call({ url }: BuiltServer, path: string, token?: string, body?: object) {
  const headers = {
    origin: OWN,
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${url}${path}`, { headers, ...post });
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    body: JSON.parse(await answer.text()),
  };
}

/** A customer on the website, who keeps in mind what the server has acknowledged. */
async function openCustomer(server: BuiltServer) {
  const { token, conversationId } = (await call(server, '/widget/token', undefined, {})).body;
  await call(server, '/v3/directline/conversations', token, { locale: 'fr-FR' });
  const acknowledged: string[] = [];
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const saidBy = async (role: 'user' | 'bot', on: BuiltServer): Promise<readonly { readonly text: string }[]> => {
    const { activities } = (await call(on, path, token)).body;
    return activities.filter(({ from }: { from: { role: string } }) => from.role === role);
  };
  return {
    acknowledged,
    async say(text: string) {
      const answer = await call(server, path, token, { type: 'message', text });
      if (answer.status === 200) acknowledged.push(text);
      return answer;
    },
    /** What a server has of the customer's words. */
    kept: async (on: BuiltServer): Promise<readonly string[]> => (await saidBy('user', on)).map(({ text }) => text),
    /** What the assistant has said, once it has said as much. */
    async answered(on: BuiltServer, many: number): Promise<readonly string[]> {
      for (let looks = 0; ; looks++) {
        const said = await saidBy('bot', on);
        if (said.length >= many) return said.map((each) => JSON.stringify(each));
        if (looks > 100) throw new Error(`Only ${said.length} of ${many} answers: ${on.output()}`);
        await sleep(200);
      }
    },
  };
}

const stateFile = ({ data }: BuiltServer) => join(data, 'passerelle.db');

test.each([
  ['taken away', (file: string) => renameSync(file, `${file}.away`)],
  [
    'replaced',
    (file: string) => {
      copyFileSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
    },
  ],
  ['cut short', (file: string) => truncateSync(file, 100)],
  ['cut short', (file: string) => truncateSync(`${file}-wal`, 0)],
  ['damaged', (file: string) => writeFileSync(file, Buffer.alloc(16_384, 0xa7), { flag: 'r+' })],
])(
  'when the state file is %s, nothing is acknowledged any more, and the process ends with the reason',
  async (what, act) => {
    const server = await start();
    const customer = await openCustomer(server);
    expect((await customer.say('bonjour')).status).toBe(200);
    act(stateFile(server));
    // It is just about to end: either it refuses, or nobody answers any more.
    const status = await customer.say('perdu ?').then(
      (answer) => answer.status,
      () => 'gone',
    );
    expect([503, 'gone']).toContain(status);
    expect(await server.exited).toBe(1);
    expect(server.output()).toContain(`was ${what} while this process served from it: put it back`);
  },
);

test('when its log is taken away, everything that was acknowledged is in the file when the process has ended', async () => {
  const server = await start();
  const customer = await openCustomer(server);
  for (const text of ['bonjour', 'comment désactiver les déclencheurs ?', 'merci']) await customer.say(text);
  rmSync(`${stateFile(server)}-wal`);
  expect(await server.exited).toBe(1);
  expect(server.output()).toContain('was taken away');
  expect(customer.acknowledged).toHaveLength(3);
  expect(await customer.kept(await start(server.data))).toEqual(customer.acknowledged);
});

/** From here on no file of the server may grow beyond this: a disk that is full. */
function limitFiles({ process: { pid } }: BuiltServer, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:unlimited`], {
    // A part of every Linux but the smallest, and not always where node is.
    env: { PATH: `${process.env.PATH}:/usr/bin:/bin` },
  });
}

test('when the disk is full, customers are told to come again, nothing acknowledged is lost, and it goes on by itself', async () => {
  const server = await start();
  const customer = await openCustomer(server);
  await customer.say('bonjour');
  const limit = (bytes: number | 'unlimited') => limitFiles(server, bytes);
  limit(statSync(`${stateFile(server)}-wal`).size);
  const refused = await customer.say('voilà');
  expect(refused).toMatchObject({ status: 503, retryAfter: '10', body: { error: { code: 'ServiceUnavailable' } } });
  const ready = await call(server, '/readyz');
  expect(ready).toMatchObject({ status: 503, body: { status: 'down', storage: 'failing' } });
  expect(ready.body.storageFault).toMatch(/full|I\/O/);
  expect((await call(server, '/healthz')).status).toBe(200);
  limit('unlimited');
  expect((await call(server, '/readyz')).body).toMatchObject({ status: 'ready', storage: 'writable' });
  expect((await customer.say('et maintenant ?')).status).toBe(200);
  expect(await customer.kept(server)).toEqual(customer.acknowledged);
  expect(customer.acknowledged).toEqual(['bonjour', 'et maintenant ?']);
});

/**
 * Before a command: it may then write only where the modes of files say so. Whoever is root has to be told, for root may
 * write everywhere.
 */
const AS_MODES_SAY =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override', '--inh-caps=-dac_override'] : [];

test('a folder that can be written to no more after the start hinders nobody: the file is open', async () => {
  const server = await openBuiltServer({ DATA_DIR: join(folder, 'read-only') }, undefined, AS_MODES_SAY);
  servers.push(server);
  const customer = await openCustomer(server);
  chmodSync(stateFile(server), 0o400);
  chmodSync(server.data, 0o500);
  const mayWrite = ([command = '', ...rest]: readonly string[]) => spawnSync(command, rest).status === 0;
  for (const way of [`: > '${server.data}/new'`, `: >> '${stateFile(server)}'`])
    expect([way, mayWrite([...AS_MODES_SAY, 'sh', '-c', way])]).toEqual([way, false]);
  for (const text of ['bonjour', 'étape par étape', 'merci']) expect((await customer.say(text)).status).toBe(200);
  await customer.answered(server, 4);
  expect((await call(server, '/readyz')).body).toMatchObject({ status: 'ready' });
  expect(await server.stop()).toBe(0);
  chmodSync(server.data, 0o700);
  expect(await customer.kept(await start(server.data))).toEqual(customer.acknowledged);
});

test('what was acknowledged with the last room on the disk is answered when there is room again, once, and in order', async () => {
  const server = await start();
  const customer = await openCustomer(server);
  await customer.say('étape par étape');
  await customer.answered(server, 2);
  // A page more each time, until a post fits and the turn that answers it does not.
  const log = statSync(`${stateFile(server)}-wal`).size;
  const words = 'comment désactiver les déclencheurs ?';
  limitFiles(server, log);
  for (let pages = 1; (await customer.say(words)).status !== 200; pages++) {
    expect(pages).toBeLessThan(15);
    limitFiles(server, log + pages * 4120);
  }
  for (let looks = 0; !server.output().includes('apology not stored'); looks++) {
    expect(looks).toBeLessThan(200);
    await sleep(50);
  }
  expect(await customer.answered(server, 2)).toHaveLength(2);
  expect(server.output()).toMatch(/apology not stored.*(?:disk is full|I\/O)/);

  limitFiles(server, 'unlimited');
  expect((await customer.say('merci')).status).toBe(200);
  const [, , answer, thanks, ...more] = await customer.answered(server, 4);
  expect(answer).toContain('déclencheurs');
  expect(thanks).not.toContain('déclencheurs');
  expect(more).toEqual([]);
  expect(await server.stop()).toBe(0);
  const next = await start(server.data);
  expect(await customer.answered(next, 4)).toHaveLength(4);
});
