import { LOCAL_SERVICE } from '../../../src/bot/connector/local-connector';
import { openLog } from '../../../src/bot/log';
import { sendTyping } from '../../../src/bot/middleware/send-typing';
import { contextOf, through } from '../context-of';

const message = { type: 'message', serviceUrl: 'https://smba.example/emea/' };

/** What was done, in order, and how it went when the channel answers typing like this. */
async function turn(activity: object, send: () => Promise<void> = async () => {}): Promise<readonly string[]> {
  const events: string[] = [];
  const context = contextOf(activity).onSendActivities(async (_, activities) => {
    events.push(...activities.map(({ type }) => `sends ${type}`));
    await send();
    return [];
  });
  await through(sendTyping(openLog('silent')), context, async () => void events.push('works'));
  return events;
}

test('a message is answered by typing before anything else', async () => {
  expect(await turn(message)).toEqual(['sends typing', 'works']);
});

test.each([
  ['takes no typing', () => Promise.reject(new Error('no'))],
  ['does not answer', () => new Promise<void>(() => {})],
])('the work does not wait for a channel that %s', async (_, send) => {
  expect(await turn(message, send)).toEqual(['sends typing', 'works']);
});

test.each([
  ['a click', { ...message, type: 'invoke' }],
  ['a joining', { ...message, type: 'conversationUpdate' }],
  ['a conversation of the website', { ...message, serviceUrl: LOCAL_SERVICE }],
  ['whoever waits for the replies in the response', { ...message, deliveryMode: 'expectReplies' }],
])('%s gets no typing', async (_, activity) => {
  expect(await turn(activity)).toEqual(['works']);
});

test('a channel that answers typing when the turn is over, and its context taken away, ends nothing', async () => {
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  let answer = () => {};
  const answered = new Promise<void>((_, reject) => {
    answer = () => reject(new TypeError('the context is gone'));
  });
  const { proxy, revoke } = Proxy.revocable(
    contextOf(message).onSendActivities(async () => answered.then(() => [])),
    {},
  );
  await through(sendTyping(openLog('silent')), proxy, async () => {});
  revoke();
  answer();
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
