import { LOCAL_SERVICE } from '../../../src/bot/connector/local-connector';
import { keepReference } from '../../../src/bot/middleware/keep-reference';
import { recordOf } from '../../../src/bot/turn/turn-record';
import type { TurnWrites } from '../../../src/bot/turn/turn-writes';
import { fakeContext, through } from '../fake-context';

const message = (more: object = {}) => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/emea/',
  conversation: { id: 'a:1' },
  from: { id: '29:1' },
  recipient: { id: '28:bot' },
  locale: 'fr-FR',
  ...more,
});

function kept() {
  const log: string[] = [];
  let now = new Date('2026-11-23T12:00:00Z');
  const references: TurnWrites['references'] = {
    keep: async (conversation, { serviceUrl, activityId }) =>
      void log.push(`keep ${conversation} ${serviceUrl} ${activityId}`),
    find: async () => undefined,
    forget: async (conversation) => void log.push(`forget ${conversation}`),
  };
  const middleware = keepReference(() => now);
  let isStored = true;
  const hear = (more: object = {}) => {
    const context = fakeContext(message(more));
    const onCommitted = (run: () => void) => isStored && run();
    // A turn writes much more; this middleware knows these two.
    recordOf(context).writes = { references, onCommitted } as unknown as TurnWrites;
    return through(middleware, context);
  };
  return {
    log,
    hear,
    fail: (is: boolean) => {
      isStored = !is;
    },
    nextDay: () => {
      now = new Date('2026-11-24T12:00:00Z');
    },
  };
}
const KEPT = 'keep msteams|a:1 https://smba.example/emea/ undefined';

test('the way to a conversation is kept when it is new, not at every message', async () => {
  const { log, hear } = kept();
  await hear();
  await hear({ id: '2', text: 'again' });
  expect(log).toEqual([KEPT]);
});

test('what its turn could not store is kept at the next message', async () => {
  const { log, hear, fail } = kept();
  fail(true);
  await hear();
  fail(false);
  await hear();
  await hear();
  expect(log).toEqual([KEPT, KEPT]);
});

test('it is kept again when it has changed, and when a day has gone by', async () => {
  const { log, hear, nextDay } = kept();
  await hear();
  await hear({ serviceUrl: 'https://smba.example/amer/' });
  nextDay();
  await hear({ serviceUrl: 'https://smba.example/amer/' });
  expect(log).toEqual([KEPT, KEPT.replace('emea', 'amer'), KEPT.replace('emea', 'amer')]);
});

test('conversations of this process, and turns that we began ourselves, are not kept', async () => {
  const { log, hear } = kept();
  await hear({ serviceUrl: LOCAL_SERVICE });
  await hear({ serviceUrl: undefined });
  await hear({ type: 'event', name: 'ContinueConversation' });
  expect(log).toEqual([]);
});

test('when the bot is removed the way is forgotten; when it comes back it is kept anew', async () => {
  const { log, hear } = kept();
  await hear();
  await hear({ type: 'installationUpdate', action: 'remove' });
  await hear();
  expect(log).toEqual([KEPT, 'forget msteams|a:1', KEPT]);
});
