import { scrubSecrets } from '../../../src/bot/middleware/scrub-secrets';
import { recordOf } from '../../../src/bot/turn/turn-record';
import { contextOf, through } from '../context-of';

const KEY = 'tkn.v1_NmE0ZjM5YjItODc3Yy00Y2E1LTk0YjMtYzA2ZDQ3';

const html = (content: string) => ({ attachments: [{ contentType: 'text/html', content }] });

async function scrub(activity: object) {
  const context = contextOf(activity);
  let seen = '';
  await through(scrubSecrets(), context, async () => {
    seen = JSON.stringify(context.activity);
  });
  return { seen, found: recordOf(context).secrets ?? [] };
}

test.each([
  ['the text', { text: `ma clé ${KEY}` }],
  [
    'the HTML copy that Teams sends along',
    { attachments: [{ contentType: 'text/html', content: `<div>ma clé ${KEY}</div>` }] },
  ],
  ['a value, however deep', { value: { form: [{ note: { text: KEY } }] } }],
  ['a value that is a string', { value: KEY }],
  ['a copy in HTML that has tags inside it', html(`${KEY.slice(0, 12)}<b>${KEY.slice(12)}</b>`)],
  ['a copy in HTML that encodes it', html(KEY.replace('t', '&#116;'))],
  [
    'a form that travels as JSON in a string',
    { value: { feedback: JSON.stringify({ text: KEY }).replace('tkn', '\\u0074kn') } },
  ],
  ['a mention that repeats it', { entities: [{ type: 'mention', text: `<at>${KEY}</at>` }] }],
  ["the channel's own data", { channelData: { messageBack: { displayText: KEY } } }],
  [
    'an attachment whose kind is no text',
    { attachments: [{ contentType: { toString: 1, valueOf: 1 }, content: { text: KEY } }] },
  ],
  ['what would be spoken', { speak: KEY, summary: KEY }],
])('a key in %s is gone before anything behind sees it', async (_, activity) => {
  const { seen, found } = await scrub(activity);
  expect(seen).not.toContain(KEY.slice(0, 20));
  expect(found).toEqual(['desk-key']);
});

test('each kind is told once, wherever it stood', async () => {
  const { found } = await scrub({
    text: `${KEY} mdp: Azerty123!`,
    attachments: [{ content: `${KEY} mdp: Azerty123!` }],
  });
  expect(found.toSorted()).toEqual(['desk-key', 'password']);
});

test('an activity without secrets passes unchanged, ids and mentions included', async () => {
  const activity = {
    id: '4111111111111111',
    text: 'ticket 4815162342',
    value: { passerelle: { kind: 'next' }, n: 1, ok: true, none: null },
    entities: [{ type: 'mention', mentioned: { id: `29:${KEY}` }, text: '<at>Ada</at>' }],
    channelData: { tenant: { id: KEY }, teamsChannelId: KEY },
    conversation: { id: KEY },
  };
  const { seen, found } = await scrub(structuredClone(activity));
  expect(JSON.parse(seen)).toEqual(activity);
  expect(found).toEqual([]);
});

test('a value that contains itself or is too deep ends nothing', async () => {
  const value: Record<string, unknown> = { text: KEY };
  value.self = value;
  const context = contextOf({ value });
  await through(scrubSecrets(), context);
  expect(value.text).not.toContain(KEY);
});

test('a key that is deeper than we look does not get through either', async () => {
  let value: unknown = KEY;
  for (let depth = 0; depth < 60; depth++) value = { value };
  expect((await scrub({ value })).seen).not.toContain(KEY.slice(0, 20));
});

test('a key as the name of a field does not get through', async () => {
  expect((await scrub({ value: { [KEY]: 1 } })).seen).not.toContain(KEY.slice(0, 20));
});

test.each([
  ['a form', { value: { user: 'ana', password: 'hunter2' } }, 'hunter2'],
  ['a form whose field is called otherwise', { value: { answers: { 'Mot de passe': 'soleil' } } }, 'soleil'],
  ['a form that travels as JSON in a string', { value: { note: '{"apiKey":"8f3k29dkq1"}' } }, '8f3k29dkq1'],
  ['a field of several', { channelData: { tokens: ['8f3k29dkq1'] } }, '8f3k29dkq1'],
  ['a file that is a form', { attachments: [{ content: { userToken: '8f3k29dkq1' } }] }, '8f3k29dkq1'],
  ['a form with a number', { value: { pin: 4821 } }, '4821'],
  ['a form with a card as a number', { value: { n: 4111111111111111 } }, '4111111111111111'],
])('what the name of its field tells to be a secret is gone from %s', async (_, activity, secret) => {
  const { seen, found } = await scrub(activity);
  expect(seen).not.toContain(secret);
  expect(found).toHaveLength(1);
});

test('what is more than any message holds is dropped, not kept unread', async () => {
  const { seen } = await scrub({ text: 'bonjour', value: { filler: 'a b '.repeat(60_000), key: KEY } });
  expect(seen).toContain('bonjour');
  expect(seen).not.toContain(KEY.slice(0, 20));
  expect(seen.length).toBeLessThan(120_000);
});

test.each([
  ['fields', Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 1]))],
  ['fields without words', Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, {}]))],
  ['members', Array.from({ length: 60_000 }, () => [])],
])('of more %s than any message has, the first are kept', async (_, value) => {
  const { seen } = await scrub({ text: 'bonjour', value: { first: 'a', value } });
  expect(seen).toContain('"first":"a"');
  expect(Object.keys(JSON.parse(seen).value.value).length).toBeLessThan(2000);
});

test('a message of nothing but marks that nobody sees is a message all the same', async () => {
  const { seen } = await scrub({ text: '\u200b' });
  expect(JSON.parse(seen)).toEqual({ text: ' ' });
});
