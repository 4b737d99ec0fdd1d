import { BotCallbackHandlerKey } from 'botbuilder';
import { answerInTime } from '../../../src/bot/middleware/answer-in-time';
import { contextOf } from '../context-of';

/** A clock that rings when it is told to. */
function heldClock() {
  const rings = new Map<number, () => void>();
  return {
    rings,
    wait: (milliseconds: number) => new Promise<void>((resolve) => void rings.set(milliseconds, resolve)),
  };
}

function fakeResponse() {
  const written: unknown[] = [];
  const note = (what: string) => (value?: unknown) => void written.push(value === undefined ? what : [what, value]);
  return {
    written,
    socket: undefined,
    header: note('header'),
    status: note('status'),
    send: note('send'),
    end: note('end'),
  };
}

/** A request whose turn ends when it is told to. */
function request(activity: object) {
  const clock = heldClock();
  const inTime = answerInTime({ now: () => new Date(0), wait: clock.wait, moment: (locale) => `moment ${locale}` });
  const response = fakeResponse();
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const logic = async () => {};
  const done = inTime.run(response, logic, async (once, own) => {
    const context = contextOf({ locale: 'fr-FR', ...activity });
    context.turnState.set(BotCallbackHandlerKey, own);
    await inTime.middleware.onTurn(context, () => held);
    once.status(200);
    once.send('the turn');
    once.end();
  });
  const ring = async (after: number) => {
    clock.rings.get(after)?.();
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { rings: [...clock.rings.keys()], written: response.written, ring, finish, done };
}

const CLICK = { type: 'invoke', name: 'adaptiveCard/action' };

test('a turn that is fast answers itself', async () => {
  const { written, ring, finish, done } = request(CLICK);
  finish();
  await done;
  await ring(800);
  expect(written).toEqual([['status', 200], ['send', 'the turn'], 'end']);
});

test.each([
  [
    'a click, after 800 ms, by a sentence in the customer’s language',
    CLICK,
    800,
    { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'moment fr-FR' },
  ],
  [
    'a search, after 800 ms, by the same sentence',
    { type: 'invoke', name: 'composeExtension/query' },
    800,
    { composeExtension: { type: 'message', text: 'moment fr-FR' } },
  ],
  ['any other invoke, after 800 ms, by nothing', { type: 'invoke', name: 'message/submitAction' }, 800, {}],
])('a slow turn is answered early: %s', async (_, activity, after, body) => {
  const { rings, written, ring, finish, done } = request(activity);
  expect(rings).toEqual([after]);
  await ring(after);
  expect(written).toEqual([['status', 200], ['send', body], 'end']);
  finish();
  await done;
  // What the turn would answer comes too late.
  expect(written).toHaveLength(3);
});

test('a message is acknowledged after eight seconds, and the request lasts as long as its turn', async () => {
  const { rings, written, ring, finish, done } = request({ type: 'message' });
  expect(rings).toEqual([8000]);
  await ring(8000);
  expect(written).toEqual([['status', 200], 'end']);
  const first = await Promise.race([done.then(() => 'the turn'), ring(8000).then(() => 'we')]);
  expect(first).toBe('we');
  finish();
  await done;
});

test('whoever wants the replies in the response waits for them', () => {
  expect(request({ type: 'message', deliveryMode: 'expectReplies' }).rings).toEqual([]);
});
