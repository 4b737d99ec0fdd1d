import { type BuiltServer, knock, OWN, openBuiltServer, SERVER, statusesIn } from './built-server';
import { type Bytes, type Expected, HOSTILE_REQUESTS, type Holder } from './hostile-requests';
import { HOSTILE_SOCKETS } from './hostile-sockets';

const STAND_IN = require.resolve('./stand-in-keys.cjs');
const identity = {
  MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
  MicrosoftAppPassword: 'not-a-secret',
  MicrosoftAppTenantId: 'tenant',
  NODE_OPTIONS: `--require ${STAND_IN}`,
};
/** A body and a head that begin and do not go on. */
const DRIPS = [
  'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
  'GET / HTTP/1.1\r\nHost:',
];
/** How much memory attacks may cost, in megabytes. */
const MOST_MEMORY = 250;
/** How long an attacker waits for an answer, in milliseconds. */
const PATIENCE = 5000;
/**
 * Whoever watches over the process has its answer within so many milliseconds. On a machine that does something else as
 * well the clock on the wall tells little: what counts is how long the server itself worked until it answered, and that
 * one of a few tries is in time, which also finds a server that sleeps.
 */
const HEALTHY_WITHIN = 1000;
const TRIES = 3;

test('there are at least 150 attacks over HTTP and WebSocket', () => {
  expect(HOSTILE_REQUESTS.length + HOSTILE_SOCKETS.length).toBeGreaterThanOrEqual(150);
});

interface Attacked {
  readonly what: string;
  readonly server: BuiltServer;
  readonly holder: Holder;
  /** What an activity of nobody is answered with. */
  readonly door: number;
  /** The memory that it took before, in megabytes. */
  readonly before: number;
}

const open = async (what: string, env: Readonly<Record<string, string>>, door: number): Promise<Attacked> => {
  const server = await openBuiltServer(env);
  const holder = await begin(server);
  return { what, server, holder, door, before: server.memory() };
};

async function begin({ url }: BuiltServer): Promise<Holder> {
  const headers = { 'content-type': 'application/json', origin: OWN };
  const made = await fetch(`${url}/widget/token`, { method: 'POST', headers, body: '{}' });
  const { token, conversationId }: { token: string; conversationId: string } = JSON.parse(await made.text());
  const authorization = `Bearer ${token}`;
  const begun = await fetch(`${url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { ...headers, authorization },
  });
  expect(begun.status).toBe(201);
  return { token, conversation: conversationId };
}

/** Where the holder's conversation is streamed, without the host. */
async function streamOf({ server, holder }: Attacked): Promise<string> {
  const found = await fetch(`${server.url}/v3/directline/conversations/${holder.conversation}?watermark=0`, {
    headers: { authorization: `Bearer ${holder.token}` },
  });
  const { streamUrl }: { streamUrl: string } = JSON.parse(await found.text());
  return streamUrl.replace(/^wss?:\/\/[^/]+/, '');
}

/** The status with which the server says that it is alive; nothing when no try is in time. */
async function healthOf({ url }: BuiltServer): Promise<number | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const signal = AbortSignal.timeout(HEALTHY_WITHIN);
    const status = await fetch(`${url}/healthz`, { signal }).then(
      (answer) => answer.status,
      () => undefined,
    );
    if (status !== undefined) return status;
  }
  return undefined;
}

/** Knocks, and finds the server alive, quick, small and tidy afterwards. */
async function attack({ what, server, before, door }: Attacked, bytes: Bytes, expected: Expected): Promise<void> {
  const worked = server.worked();
  const statuses = statusesIn(await knock(server.port, bytes, expected === undefined ? 400 : PATIENCE));
  expect([what, statuses.filter((status) => status >= 500)]).toEqual([what, []]);
  // Behind a closed door nobody looks at what an activity says.
  if (expected) expect([expected, expected === 400 ? door : []].flat(2)).toContain(statuses[0]);
  const status = await healthOf(server);
  const isHeldUp = server.worked() - worked > HEALTHY_WITHIN;
  const { exitCode } = server.process;
  const grown = server.memory() - before > MOST_MEMORY;
  const leftovers = server.leftovers();
  const harmless = { what, status: 200, isHeldUp: false, exitCode: null, grown: false, leftovers: [] };
  expect({ what, status, isHeldUp, exitCode, grown, leftovers }).toEqual(harmless);
}

describe('in production, with a Microsoft identity and with the website alone, the server', () => {
  let attacked: readonly Attacked[];
  let dripping: Promise<readonly string[]>;
  beforeAll(async () => {
    attacked = await Promise.all([open('signed in', identity, 401), open('website alone', {}, 404)]);
    // They are there all the time.
    dripping = Promise.all(attacked.flatMap(({ server }) => DRIPS.map((begun) => knock(server.port, [begun], 30_000))));
  });
  afterAll(async () => {
    for (const { server } of attacked) {
      expect(await server.stop()).toBe(0);
      // Nothing went wrong inside.
      expect(server.output()).not.toContain('"level":50');
    }
  });

  it.each(HOSTILE_REQUESTS.map((hostile) => [hostile[0], hostile] as const))(
    'holds against %s',
    async (_what, [, bytes, expected]) => {
      await Promise.all(attacked.map((each) => attack(each, bytes(each.holder), expected)));
    },
  );

  it.each(HOSTILE_SOCKETS.map((hostile) => [hostile[0], hostile] as const))(
    'holds against a socket with %s',
    async (_what, [, bytes, expected]) => {
      await Promise.all(attacked.map(async (each) => attack(each, bytes(await streamOf(each)), expected)));
    },
  );

  it('answers an activity of nobody as its door is, and says so when it is asked', async () => {
    const answers = attacked.map(async ({ server: { url, output } }) => {
      const body = JSON.stringify({
        type: 'message',
        channelId: 'msteams',
        conversation: { id: 'c' },
        from: { id: 'a' },
      });
      const headers = { 'content-type': 'application/json' };
      const { status } = await fetch(`${url}/api/messages`, { method: 'POST', headers, body });
      const { messages }: { messages: string } = JSON.parse(await (await fetch(`${url}/readyz`)).text());
      return [status, messages, output().includes('/api/messages is closed')];
    });
    expect(await Promise.all(answers)).toEqual([
      [401, 'signed-in', false],
      [404, 'closed', true],
    ]);
  });

  it('has loaded no reader of forms, files or tables', async () => {
    const code = `require(${JSON.stringify(SERVER)}); setInterval(() => console.log(Object.keys(require.cache).join(' ')), 500).unref()`;
    const { stop, output } = await openBuiltServer({}, code);
    while (!output().includes('restify')) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await stop()).toBe(0);
    expect(output()).not.toMatch(/node_modules\/(?:csv[\w-]*|formidable|multer|busboy|qs|restify\/lib\/plugins)\//);
  });

  it('lets go of a body and of a head that drip, while others are served', async () => {
    expect((await dripping).map((heard) => statusesIn(heard)[0])).toEqual([408, 408, 408, 408]);
  });
});
