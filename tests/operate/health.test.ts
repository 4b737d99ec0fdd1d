import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOBODY_TOLD } from '../../src/handoff/handoff-settings';
import { openReceiver } from '../handoff/webhook/open-receiver';
import { type Desk, openTestOffice, signIn, type TestOffice } from './open-office';

const SOURCE = 'https://help.acme.example/triggers';

let folder: string;
let office: TestOffice;
let desk: Desk;
let [well, failing]: Awaited<ReturnType<typeof openReceiver>>[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-health-'));
  const stale = [{ article: 'triggers', language: 'en', kind: 'changed', url: SOURCE, why: '2026-11-20' }];
  writeFileSync(join(folder, 'freshness.json'), JSON.stringify({ sources: {}, stale }));
  [well, failing] = [await openReceiver(), await openReceiver()];
  failing.answerWith(500);
  const webhook = (id: string, url: string) =>
    ({ id, kind: 'webhook', url, secret: 'a-secret-of-24-signs-at-least', allowPrivate: true }) as const;
  const destinations = [webhook('crm', well.url), webhook('old-crm', failing.url)];
  // Some milliseconds: in tests a quarter of an hour is long.
  const handoff = { ...NOBODY_TOLD, destinations, probeMinutes: 0.001 };
  office = await openTestOffice({ handoff, dataFolder: folder });
  desk = await signIn(office.desk());
});
afterAll(async () => {
  await office.close();
  await Promise.all([well?.close(), failing?.close()]);
  rmSync(folder, { recursive: true });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('a synthetic case goes to each destination again and again, whether it is taken or not', async () => {
  await until(() => (well?.received.length ?? 0) >= 3 && (failing?.received.length ?? 0) >= 3);
  const types = [well, failing].flatMap((each) => each?.received.map(({ body }) => JSON.parse(body).type));
  expect(new Set(types)).toEqual(new Set(['case.probe']));
  expect(await office.app.cases()).toEqual([]);
});

test('the destination that is down is named on the page, in its language, with its reason; so is the article that is stale', async () => {
  const page = async (lng: string) => {
    await desk.get(`/operate/health?lng=${lng}`);
    return (await desk.get('/operate/health')).text();
  };
  await until(() => (failing?.received.length ?? 0) >= 3);
  const inEnglish = await page('en');
  expect(inEnglish).toMatch(/>crm<\/th>\s<td>webhook<\/td>\s<td>up</);
  expect(inEnglish).toMatch(/>old-crm<\/th>\s<td>webhook<\/td>\s<td>down<.*HTTP 500/s);
  expect(inEnglish).toContain('A part does not work');
  expect(inEnglish).toMatch(/en\/triggers.*help\.acme\.example\/triggers.*changed, seen on 2026-11-20/s);
  const pages = [inEnglish, await page('fr'), await page('de'), await page('es')];
  expect(pages.every((text) => text.includes('HTTP 500') && text.includes(SOURCE))).toBe(true);
  const rows = pages.map((text) => /old-crm.*?<\/tr>/s.exec(text)?.[0].replace(/\d{4}-[\d\- :]+/, ''));
  expect(new Set(rows).size).toBe(4);
  expect(await (await fetch(`${office.base}/readyz`)).json()).toMatchObject({
    status: 'degraded',
    handoff: [
      { id: 'crm', state: 'up' },
      { id: 'old-crm', state: 'down', why: 'HTTP 500' },
    ],
  });
});
