import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres, type TestPostgres } from '../../tools/postgres.cjs';
import { fromBot, type Site } from '../channels/web/open-site';
import { openSharedSites } from './open-shared-site';

const METRICS = 'twenty-signs-and-more-of-them';
let postgres: TestPostgres;
let site: Site;
beforeAll(async () => {
  postgres = await startPostgres({ settings: { fsync: 'off' } });
  [site] = (await openSharedSites(1, postgres.url, { config: { metricsToken: METRICS } })) as [Site];
});
afterAll(async () => {
  await site.server.stop();
  await postgres.stop();
});

test.each([
  ['stopped', 'SIGINT' as const],
  ['killed', 'SIGKILL' as const],
])(
  'a database that is %s in the middle: nothing is taken that cannot be kept, and all goes on when it is back',
  async (_how, signal) => {
    const token = await site.token();
    await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'en' } });
    await site.until(token, (all) => fromBot(all).length >= 1);
    const path = `/v3/directline/conversations/${token.conversationId}/activities`;
    const post = (text: string, value: object) =>
      site.call(path, { token: token.token, body: { type: 'message', text, value: { passerelle: value } } });
    await post('step by step', { kind: 'steps', article: 'triggers', step: 1 });
    await site.until(token, (all) => fromBot(all).length >= 2);

    await postgres.halt(signal);
    const refused = await post('next', { kind: 'next' });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBeTruthy();
    expect((await site.call('/readyz')).status).toBe(503);
    expect((await site.call('/healthz')).status).toBe(200);
    // Whoever watches needs figures now more than ever; those that are in the database are left out.
    const { status: told, body } = await site.call('/metrics', { token: METRICS });
    expect(told).toBe(200);
    expect(body.text).toMatch(/^passerelle_turn_seconds_count/m);
    expect(body.text).toMatch(/^passerelle_database_connections\{state="waiting"\} \d+$/m);
    expect(body.text).not.toMatch(/^passerelle_outbox_due /m);

    await postgres.start();
    let status = 0;
    for (let tries = 0; status !== 200 && tries < 100; tries++) {
      ({ status } = await post('next', { kind: 'next' }));
      await sleep(100);
    }
    const all = await site.until(token, (said) => fromBot(said).length >= 3);
    expect(JSON.stringify(fromBot(all).at(-1))).toContain('Step 2');
    expect((await site.call('/readyz')).body).toMatchObject({ storage: 'writable' });
  },
);
