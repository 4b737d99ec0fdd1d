import type { Activity } from 'botbuilder';
import { PasserelleAdapter } from '../../src/bot/adapter';
import { answerInTime } from '../../src/bot/middleware/answer-in-time';

const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

test('what the website could not store is no refusal of a channel: the turn fails, and is tried again', async () => {
  const inTime = answerInTime({ now: () => new Date(0), wait: async () => {}, moment: () => '' });
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const adapter = new PasserelleAdapter({}, inTime, silent);
  const message = {
    type: 'message',
    channelId: 'directline',
    conversation: { id: 'c' },
    from: { id: 'u' },
  } as Activity;
  const turn = adapter.processLocal(
    message,
    async () => Promise.reject(lost),
    async (context) => {
      await context.sendActivity('sorry');
    },
  );
  await expect(turn).rejects.toBe(lost);
});
