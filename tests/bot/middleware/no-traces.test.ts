import { noTraces } from '../../../src/bot/middleware/no-traces';
import { contextOf, through } from '../context-of';

test('traces, which carry the whole state, are not sent; all else is, in order', async () => {
  const context = contextOf({});
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
