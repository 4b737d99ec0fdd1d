import { type BuiltServer, knock, OWN, openBuiltServer, statusesIn } from './built-server';
import { HOSTILE_REQUESTS, type Holder } from './hostile-requests';
import { HOSTILE_SOCKETS } from './hostile-sockets';

const STAND_IN = require.resolve('./stand-in-keys.cjs');
const identity = {
  MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
  MicrosoftAppPassword: 'not-a-secret',
  MicrosoftAppTenantId: 'tenant',
  NODE_OPTIONS: `--require ${STAND_IN}`,
};
/** How long an answer may take that must come, and one that may be missing, in milliseconds. */
const patience = (expected: unknown) => (expected === undefined ? 400 : HEALTHY_WITHIN);
/** How much memory attacks may cost, in megabytes. */
const MOST_MEMORY = 250;
/** How long whoever watches over the process waits for its answer, in milliseconds; busy machines are slower than ours. */
const HEALTHY_WITHIN = 5000;

test('there are at least 150 attacks over HTTP and WebSocket', () => {
  expect(HOSTILE_REQUESTS.length + HOSTILE_SOCKETS.length).toBeGreaterThanOrEqual(150);
});

describe.each([
  ['with a Microsoft identity', identity, 401],
  ['with its website alone', {}, 404],
])('a server in production %s', (_, env, door) => {
  let server: BuiltServer;
  let holder: Holder;
  let before: number;
  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;

  const begin = async (address: string): Promise<Holder> => {
    const headers = { 'content-type': 'application/json', origin: OWN, 'x-forwarded-for': address };
    const made = await fetch(at('/widget/token'), { method: 'POST', headers, body: '{}' });
    const { token, conversationId }: { token: string; conversationId: string } = JSON.parse(await made.text());
    const begun = await fetch(at('/v3/directline/conversations'), {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
    });
    expect(begun.status).toBe(201);
    return { token, conversation: conversationId };
  };

  /** Alive, quick, small, tidy. */
  const isUnharmed = async () => {
    const health = await fetch(at('/healthz'), { signal: AbortSignal.timeout(HEALTHY_WITHIN) });
    expect(health.status).toBe(200);
    expect(server.process.exitCode).toBeNull();
    expect(server.memory() - before).toBeLessThan(MOST_MEMORY);
    expect(server.leftovers()).toEqual([]);
  };

  beforeAll(async () => {
    server = await openBuiltServer(env);
    holder = await begin('192.0.2.1');
    before = server.memory();
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    // Nothing went wrong inside, and nothing that was sent is in the log.
    expect(server.output()).not.toContain('"level":50');
  });

  it.each(HOSTILE_REQUESTS.map((hostile) => [hostile[0], hostile] as const))(
    'holds against %s',
    async (_what, [, bytes, expected]) => {
      const statuses = statusesIn(await knock(server.port, bytes(holder), patience(expected)));
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      const [first] = statuses;
      // Behind a closed door nobody looks at what an activity says.
      if (expected) expect([expected, expected === 400 ? door : []].flat(2)).toContain(first);
      await isUnharmed();
    },
  );

  it.each(HOSTILE_SOCKETS.map((hostile) => [hostile[0], hostile] as const))(
    'holds against a socket with %s',
    async (_what, [, bytes, expected]) => {
      const { token, conversation } = holder;
      const found = await fetch(at(`/v3/directline/conversations/${conversation}?watermark=0`), {
        headers: { authorization: `Bearer ${token}` },
      });
      const { streamUrl }: { streamUrl: string } = JSON.parse(await found.text());
      const statuses = statusesIn(
        await knock(server.port, bytes(streamUrl.replace(/^wss?:\/\/[^/]+/, '')), patience(expected)),
      );
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      if (expected) expect(statuses[0]).toBe(expected);
      await isUnharmed();
    },
  );

  it('answers an activity of nobody as its door is', async () => {
    const response = await fetch(at('/api/messages'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        channelId: 'msteams',
        conversation: { id: 'c' },
        from: { id: 'a' },
        serviceUrl: 'https://smba.example/',
      }),
    });
    expect(response.status).toBe(door);
  });
});
