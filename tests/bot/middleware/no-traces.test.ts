import { noTraces } from '../../../src/bot/middleware/no-traces';
import { fakeContext, through } from '../fake-context';

test('traces, which carry the whole state, are not sent; all else is, in order', async () => {
  const context = fakeContext({});
  await through(noTraces(), context, async () => {
    await context.sendActivities([
      { type: 'message', text: 'un' },
      { type: 'trace', value: 'state' },
      { type: 'typing' },
      { type: 'message', text: 'deux' },
    ]);
    await context.sendActivities([{ type: 'trace' }]);
  });
  expect(context.sent.map(({ type, text }) => text ?? type)).toEqual(['un', 'typing', 'deux']);
});
