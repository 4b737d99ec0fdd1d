import { oneAtATime } from '../../../src/bot/middleware/one-at-a-time';
import { contextOf, through } from '../context-of';

const message = (conversation: string, channelId = 'web') =>
  contextOf({ channelId, conversation: { id: conversation } });

/** A turn that waits until it is let go. */
function heldTurn() {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { held, release };
}
/** Lets everything run that can run. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test('two quick messages of one customer are answered one after the other, in order', async () => {
  const queue = oneAtATime();
  const first = heldTurn();
  const events: string[] = [];
  const turn = (name: string, held: Promise<void>) =>
    through(queue, message('a'), async () => {
      events.push(`${name} begins`);
      await held;
      events.push(`${name} ends`);
    });
  const turns = [turn('first', first.held), turn('second', Promise.resolve()), turn('third', Promise.resolve())];
  await settle();
  expect(events).toEqual(['first begins']);
  first.release();
  await Promise.all(turns);
  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
});

test.each([
  ['another conversation', message('b')],
  ['a conversation of the same name on another channel', message('a', 'msteams')],
])('%s does not wait', async (_, other) => {
  const queue = oneAtATime();
  const first = heldTurn();
  const slow = through(queue, message('a'), () => first.held);
  await expect(through(queue, other)).resolves.toBeUndefined();
  first.release();
  await slow;
});

test('a turn that fails holds up nobody, and its failure is its own', async () => {
  const queue = oneAtATime();
  const failing = through(queue, message('a'), () => Promise.reject(new Error('boom')));
  const next = through(queue, message('a'));
  await expect(failing).rejects.toThrow('boom');
  await expect(next).resolves.toBeUndefined();
});

test('nothing is kept of conversations that wait for nothing', async () => {
  const queue = oneAtATime();
  await Promise.all(['a', 'b', 'a', 'c'].map((id) => through(queue, message(id))));
  expect(queue.waiting.size).toBe(0);
});
