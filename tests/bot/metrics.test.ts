import { openMetrics } from '../../src/bot/metrics';
import { openSite, type Site } from '../channels/web/open-site';

const TOKEN = 'twenty-signs-and-more-of-them';
let site: Site;
beforeAll(async () => {
  site = await openSite({ metricsToken: TOKEN });
});
afterAll(() => site.server.stop());

const read = (token?: string) => site.call('/metrics', token === undefined ? {} : { token });

test('figures are for whoever has the token; they tell of turns and of what waits, and of nobody', async () => {
  expect((await read()).status).toBe(401);
  expect((await read('another-token-of-as-many-s')).status).toBe(401);
  const token = await site.token();
  await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr' } });
  await site.call(`/v3/directline/conversations/${token.conversationId}/activities`, {
    token: token.token,
    body: { type: 'message', text: 'comment désactiver les déclencheurs ? je suis Ana Ruiz' },
  });
  await site.until(token, (all) => all.length >= 3);
  const { status, body } = await read(TOKEN);
  expect(status).toBe(200);
  const text = String(body.text);
  expect(text).toMatch(/^passerelle_turns_total\{route="answer",verdict="answer"\} 1$/m);
  expect(text).toMatch(/^passerelle_turn_seconds_count\{channel="directline"\} 2$/m);
  expect(text).toMatch(/^passerelle_outbox_due 0$/m);
  expect(text).toMatch(/^passerelle_sockets 0$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(text).not.toMatch(/Ana|déclencheurs/);
  expect(text).not.toContain(token.conversationId);
});

test('without a token in the settings there is no such page', async () => {
  const without = await openSite();
  expect((await without.call('/metrics', { token: TOKEN })).status).toBe(404);
  await without.server.stop();
});

test('cases on their way are told by destination; what cannot be read is left out, and the rest is told', async () => {
  const metrics = openMetrics(() => 0);
  let isThere = true;
  const orAway = async <T>(value: T) => {
    if (!isThere) throw new Error('the database is away');
    return value;
  };
  metrics.watch({
    sockets: () => 3,
    due: () => orAway({ count: 2, oldestSeconds: 61 }),
    handoffs: () => orAway([{ id: 'crm', waiting: 4, givenUp: 1 }]),
    connections: () => ({ busy: 7, idle: 3, waiting: 0 }),
  });
  const there = await metrics.read();
  expect(there).toContain('passerelle_outbox_oldest_seconds 61\n');
  expect(there).toContain('passerelle_handoffs_waiting{destination="crm"} 4\n');
  expect(there).toContain('passerelle_handoffs_given_up{destination="crm"} 1\n');
  isThere = false;
  const away = await metrics.read();
  expect(away).not.toMatch(/^passerelle_(?:outbox|handoffs)/m);
  expect(away).toContain('passerelle_sockets 3\n');
  expect(away).toContain('passerelle_database_connections{state="busy"} 7\n');
});

test('what several figures of one reading come from is asked for once, and anew at the next reading', async () => {
  const metrics = openMetrics(() => 0);
  const due = jest.fn(async () => ({ count: 1, oldestSeconds: 2 }));
  const handoffs = jest.fn(async () => []);
  metrics.watch({ sockets: () => 0, due, handoffs });
  await metrics.read();
  expect([due, handoffs].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  await metrics.read();
  expect([due, handoffs].map(({ mock }) => mock.calls.length)).toEqual([2, 2]);
});
