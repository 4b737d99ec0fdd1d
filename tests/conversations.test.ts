import { join } from 'node:path';
import type { App } from '../src/bot/compose';
import { openTestApp } from './converse';
import { hesitateOn } from './hesitate-on';
import { holdTalk, readConversations } from './hold-talk';

const suites = readConversations(join(__dirname, 'conversations'));

let app: App;
let unsure: ReturnType<typeof hesitateOn>;
beforeAll(async () => {
  app = await openTestApp({ team: { email: 'aide@exemple.fr' } });
  unsure = hesitateOn(app);
}, 60_000);
afterAll(() => app?.close());

describe.each(suites)('$file', ({ talks }) => {
  test.each(talks)('$title', async (talk) => {
    await holdTalk(app, talk, { unsure });
  });
});

test('no secret that was planted in a conversation is in what a person gets', async () => {
  const cases = JSON.stringify(await app.cases());
  expect(cases).toContain('Grace Canary-Hopper');
  for (const planted of ['CanaryNeverEcho', 'CanariNeJamais', 'Kanarien', 'Canari99'])
    expect(cases).not.toContain(planted);
});

test('every rule that a conversation can show is shown by one', () => {
  const shown = new Set(suites.flatMap(({ talks }) => talks.flatMap(({ rules }) => rules)));
  // 10, 21 and 25 need a browser or live checks; 11, 12, 14 are lint; 19 is two messages at once (on-turn.test.ts).
  const elsewhere = new Set([10, 11, 12, 14, 19, 21, 25]);
  const missing = Array.from({ length: 25 }, (_, i) => i + 1).filter(
    (rule) => !shown.has(rule) && !elsewhere.has(rule),
  );
  expect(missing).toEqual([]);
});

test('there are at least 60 conversations, in all four languages', () => {
  const talks = suites.flatMap((suite) => suite.talks);
  expect(talks.length).toBeGreaterThanOrEqual(60);
  expect(new Set(talks.map(({ language }) => language))).toEqual(new Set(['fr', 'en', 'de', 'es']));
});
