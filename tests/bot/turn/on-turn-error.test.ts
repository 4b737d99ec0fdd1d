import type { Activity, TurnContext } from 'botbuilder';
import { onTurnError } from '../../../src/bot/turn/on-turn-error';
import { recordOf } from '../../../src/bot/turn/turn-record';
import type { TurnWrites } from '../../../src/bot/turn/turn-writes';
import type { Locales } from '../../../src/dialogs/phrases/words';
import { InDoubtError } from '../../../src/storage/in-doubt-error';
import { CommitError } from '../../../src/storage/unit-of-work';

const lost = new CommitError('read ECONNRESET', { cause: new InDoubtError('read ECONNRESET') });

/** A turn that fails. @returns whether somebody was apologised to, whether the dialogs were forgotten, and what was thrown */
async function failing(error: Error, how: Partial<Activity> = {}) {
  const forgetDialogs = jest.fn(async () => {});
  const keepApology = jest.fn(async () => {});
  const handle = onTurnError({
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    locales: { words: () => (key: string) => key } as unknown as Locales,
    now: () => new Date(0),
    reference: () => 'P-1',
    languageOf: async () => 'en',
    forgetDialogs,
    keepApology,
  });
  const sendActivity = jest.fn(async () => undefined);
  const activity = { type: 'message', channelId: 'msteams', conversation: { id: 'c' }, ...how };
  const context = { activity, turnState: new Map(), sendActivity } as unknown as TurnContext;
  const stores = { transcript: { append: async () => {} } };
  recordOf(context).writes = { stores, commit: async () => {}, storesReplies: false } as unknown as TurnWrites;
  const thrown = await handle(context, error).then(
    () => undefined,
    (error: unknown) => error,
  );
  const called = (mock: jest.Mock) => mock.mock.calls.length > 0;
  return { isSorry: called(sendActivity), forgets: called(forgetDialogs), keeps: called(keepApology), thrown };
}

test('whoever tries again is not apologised to for a turn that may be stored: they would say it twice', async () => {
  expect(await failing(lost, { deliveryMode: 'expectReplies' })).toMatchObject({ isSorry: false, thrown: lost });
});

test('a channel to which nothing was said is apologised to', async () => {
  expect(await failing(lost)).toMatchObject({ isSorry: true, thrown: undefined });
});

test.each([
  ['a turn that breaks', new TypeError('x is undefined'), true],
  ['a turn that cannot be stored', new CommitError('disk full'), false],
  ['a store that cannot be reached', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), false],
  ['a store that starts', Object.assign(new Error('starting up'), { code: '57P03' }), false],
  ['a connection that is lost', new Error('Connection terminated unexpectedly'), false],
])(
  '%s: an apology that is kept, and dialogs are forgotten only when they may be what is broken',
  async (_, error, forgets) => {
    expect(await failing(error)).toEqual({ isSorry: true, forgets, keeps: !forgets, thrown: undefined });
  },
);

test('on the website a turn that could not begin is tried again: nothing is said', async () => {
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(await failing(away, { channelId: 'directline' })).toMatchObject({ isSorry: false, thrown: away });
});

test('nobody is apologised to for a turn that nobody asked for: whoever wanted it said tries again', async () => {
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(await failing(away, { type: 'event', name: 'ContinueConversation' })).toMatchObject({
    isSorry: false,
    thrown: away,
  });
});

test('on the website a bug before a turn begins is apologised for', async () => {
  const bug = new TypeError('x is undefined');
  expect(await failing(bug, { channelId: 'directline' })).toMatchObject({ isSorry: true, thrown: undefined });
});
