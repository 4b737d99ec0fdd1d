import { INVOKE_RESPONSE_KEY } from 'botbuilder';
import { oncePerActivity as openOnce } from '../../../src/bot/middleware/once-per-activity';
import { recordOf } from '../../../src/bot/turn/turn-record';
import { contextOf, through } from '../context-of';

/** Nothing has been stored by a process before this one. */
const oncePerActivity = (now: () => Date) => openOnce({ answerAgain: async () => false }, now);

const activity = (changes: object = {}) => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  conversation: { id: 'a' },
  ...changes,
});

/** How many turns there were of these activities, one after the other. */
async function turnsOf(activities: readonly object[], now = () => new Date(0)): Promise<number> {
  const once = oncePerActivity(now);
  let turns = 0;
  for (const one of activities) await through(once, contextOf(one), async () => void turns++);
  return turns;
}

test('an activity that is delivered again does nothing', async () => {
  expect(await turnsOf([activity(), activity(), activity()])).toBe(1);
});

test.each([
  ['another id', { id: '2' }],
  ['another conversation', { conversation: { id: 'b' } }],
  ['another channel', { channelId: 'emulator' }],
  ['the same message, edited', { type: 'messageUpdate' }],
])('%s is another activity', async (_, changes) => {
  expect(await turnsOf([activity(), activity(changes)])).toBe(2);
});

test.each([
  ['without an id', activity({ id: undefined })],
  ['of our own making, about one message', activity({ type: 'event', name: 'ContinueConversation' })],
])('two activities %s are two', async (_, one) => {
  expect(await turnsOf([one, one])).toBe(2);
});

test('a click that is delivered again, even during the first, is answered like the first', async () => {
  const once = oncePerActivity(() => new Date(0));
  const [first, again] = [contextOf(activity({ type: 'invoke' })), contextOf(activity({ type: 'invoke' }))];
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const turn = through(once, first, async () => {
    await held;
    first.turnState.set(INVOKE_RESPONSE_KEY, { value: { status: 200, body: 'a card' } });
  });
  const repeated = through(once, again, async () => {
    throw new Error('a second turn');
  });
  finish();
  await Promise.all([turn, repeated]);
  expect(again.turnState.get(INVOKE_RESPONSE_KEY)).toEqual({ value: { status: 200, body: 'a card' } });
});

test('a turn that failed and could not be apologised for is not done: delivered again it has its turn', async () => {
  const once = oncePerActivity(() => new Date(0));
  const turn = jest.fn();
  await expect(through(once, contextOf(activity()), () => Promise.reject(new Error('boom')))).rejects.toThrow('boom');
  await through(once, contextOf(activity()), turn);
  expect(turn).toHaveBeenCalledTimes(1);
});

test.each([
  ['a channel that delivers again has not heard it: it has another turn', {}, 1],
  [
    'whoever waits for the replies in the response, and asks again, has not heard it',
    { deliveryMode: 'expectReplies' },
    1,
  ],
])('after an apology, %s', async (_, more, turns) => {
  const once = oncePerActivity(() => new Date(0));
  const failed = contextOf(activity(more));
  await through(once, failed, async () => {
    recordOf(failed).failed = true;
  });
  const turn = jest.fn();
  await through(once, contextOf(activity(more)), turn);
  expect(turn).toHaveBeenCalledTimes(turns);
});

test('after a quarter of an hour an activity is forgotten, and never are more known than fit', async () => {
  let time = 0;
  const once = oncePerActivity(() => new Date(time));
  for (let i = 0; i < 20_010; i++) await through(once, contextOf(activity({ id: `${i}` })));
  expect(once.known.size).toBe(20_000);
  time += 15 * 60 * 1000;
  await through(once, contextOf(activity({ id: 'new' })));
  expect(once.known.size).toBe(1);
});

test.each([['of which what is said is stored'], ['of a channel that delivers again']])(
  'a turn %s that threw, of whatever, is tried again',
  async (which) => {
    const once = oncePerActivity(() => new Date(0));
    let turns = 0;
    const turn = async (fail: boolean) => {
      const context = contextOf(activity());
      if (which.startsWith('of which')) recordOf(context).writes = { storesReplies: true } as never;
      await through(once, context, async () => {
        turns++;
        if (fail) throw new Error('nobody knows this one');
      });
    };
    await expect(turn(true)).rejects.toThrow('nobody knows');
    await turn(false);
    expect(turns).toBe(2);
    await turn(false);
    expect(turns).toBe(2);
  },
);
