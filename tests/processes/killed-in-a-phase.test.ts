import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BuiltServer, OWN, openBuiltServer } from '../attacks/built-server';
import { at, openRelay, portOf } from './open-relay';
import { newDatabase } from './open-shared-site';

/** What goes to the database when a process is killed: which time that this goes by since the customer wrote. */
const PHASES = [
  ['the message is being stored', 'begin\0', 1, 'kept back'],
  ['its turn is being taken', 'insert into turn_leases', 1, 'kept back'],
  ['its turn has just been taken', 'insert into turn_leases', 1, 'passed on'],
  ['what is known of the conversation is being read', 'from "state"', 1, 'kept back'],
  ['what the turn writes is being stored', 'begin\0', 2, 'kept back'],
  ['all that it writes has gone to the database', 'commit\0', 2, 'kept back'],
  ['it has been stored', 'commit\0', 2, 'passed on'],
  ['its turn is being given back', 'delete from "turn_leases"', 1, 'kept back'],
] as const;
type Phase = (typeof PHASES)[number];

const servers: BuiltServer[] = [];
const ways: { close(): Promise<void> }[] = [];
let survivor: BuiltServer;
let settings: Readonly<Record<string, string>>;
beforeAll(async () => {
  settings = { DATABASE_URL: await newDatabase(), KEY_SECRET: randomBytes(32).toString('base64') };
  survivor = await start(settings);
}, 120_000);
afterAll(async () => {
  for (const server of servers) await server.stop();
  for (const way of ways) await way.close();
});

async function start(env: Readonly<Record<string, string>>): Promise<BuiltServer> {
  const server = await openBuiltServer(env);
  servers.push(server);
  return server;
}

/** A server that is killed in a phase of the next turn, once it is `doomed`. */
async function startVictim([, bytes, nth, what]: Phase) {
  const url = settings.DATABASE_URL ?? '';
  let victim: BuiltServer | undefined;
  let left = Number.POSITIVE_INFINITY;
  const way = await openRelay(
    () => portOf(url),
    (sent, line) => {
      left -= sent.toString('latin1').split(bytes).length - 1;
      if (left > 0 || what === 'passed on') line.pass(sent);
      // Long enough for the database to do it, when it got it.
      if (left <= 0) setTimeout(() => victim?.process.kill('SIGKILL'), what === 'passed on' ? 200 : 0);
    },
  );
  ways.push(way);
  victim = await start({ ...settings, DATABASE_URL: at(url, way.port) });
  return {
    server: victim,
    doom() {
      left = nth;
    },
  };
}

/** A customer on the website, who tries again elsewhere until a message is acknowledged, as the widget does. */
async function openCustomer(first: BuiltServer) {
  const call = async (server: BuiltServer, path: string, token?: string, body?: object) => {
    const headers = {
      origin: OWN,
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${server.url}${path}`, { headers, ...post, signal: AbortSignal.timeout(20_000) });
    return { isOk: answer.ok, body: JSON.parse(await answer.text()) };
  };
  const { token, conversationId } = (await call(first, '/widget/token', undefined, {})).body;
  await call(first, '/v3/directline/conversations', token, { locale: 'en' });
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const said = async (role: string): Promise<readonly { readonly text?: string }[]> =>
    (await call(survivor, path, token)).body.activities.filter(
      ({ type, from }: { type: string; from: { role: string } }) => type === 'message' && from.role === role,
    );
  return {
    said,
    async say(server: BuiltServer, text: string) {
      const body = { type: 'message', text, channelData: { clientActivityID: randomBytes(16).toString('hex') } };
      for (let on = server; ; on = survivor) {
        const answer = await call(on, path, token, body).catch(() => undefined);
        if (answer?.isOk) return;
        await sleep(200);
      }
    },
    /** Resolves with what the assistant has said, once it has said as much. */
    async answered(many: number) {
      for (let looks = 0; ; looks++) {
        const all = await said('bot');
        if (all.length >= many) return all;
        if (looks > 300) throw new Error(`Only ${all.length} of ${many} answers`);
        await sleep(200);
      }
    },
  };
}

const stepsIn = (all: readonly object[]) => all.flatMap((each) => /Step (\d) of/.exec(JSON.stringify(each))?.[1] ?? []);

test('a process that is killed in whichever phase of a turn: the message is answered once, the step is taken once, and it goes on', async () => {
  const came = await Promise.all(
    PHASES.map(async (phase) => {
      const victim = await startVictim(phase);
      const customer = await openCustomer(victim.server);
      await customer.answered(1);
      await customer.say(victim.server, 'how do I turn off triggers?');
      await customer.answered(2);
      await customer.say(victim.server, 'step by step');
      await customer.answered(3);
      victim.doom();
      await customer.say(victim.server, 'next');
      await victim.server.exited;
      await customer.answered(4);
      await customer.say(survivor, 'next');
      await customer.answered(5);
      // Time for what would be said twice.
      await sleep(1000);
      const posts = (await customer.said('user')).map(({ text }) => text);
      return [phase[0], posts.slice(2), stepsIn(await customer.said('bot'))];
    }),
  );
  expect(came).toEqual(PHASES.map(([name]) => [name, ['next', 'next'], ['1', '2', '3']]));
}, 180_000);
