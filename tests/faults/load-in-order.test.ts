import { WEB_LIMITS } from '../../src/bot/website/open-website';
import { fromBot, openSite, type Said, type Site } from '../channels/web/open-site';

const plenty = { burst: 10_000_000, perSecond: 10_000_000 };
let site: Site;
beforeAll(async () => {
  // What is tried is the order, not the limits.
  const limits = { ...WEB_LIMITS, ...Object.fromEntries(Object.keys(WEB_LIMITS).map((limit) => [limit, plenty])) };
  site = await openSite({}, { limits });
});
afterAll(() => site.server.stop());

const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const numberOf = ({ channelData }: Said) => Reflect.get(Object(channelData?.passerelle), 'number');

test('twelve customers who click ten times at once each get ten answers, in the order of their clicks', async () => {
  const tokens = await Promise.all(range(12).map(() => site.token()));
  const walks = await Promise.all(
    tokens.map(async (token) => {
      const path = `/v3/directline/conversations/${token.conversationId}/activities`;
      const post = (text: string, value: object) =>
        site.call(path, { token: token.token, body: { type: 'message', text, value: { passerelle: value } } });
      await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'en' } });
      await post('step by step', { kind: 'steps', article: 'triggers', step: 1 });
      const clicks = ['next', 'next', 'previous', 'next', 'next', 'next', 'previous', 'next', 'next'];
      const posted = await Promise.all(clicks.map((kind) => post(kind, { kind })));
      expect(posted.map(({ status }) => status)).toEqual(clicks.map(() => 200));
      return site.until(token, (all) => fromBot(all).length >= 11);
    }),
  );
  // The server's order of the posts is the order in which it has kept them.
  for (const log of walks) {
    let at = 0;
    const expected = log
      .filter(({ from }) => from.role === 'user')
      .map(({ text }) => {
        at = text === 'previous' ? Math.max(1, at - 1) : at + 1;
        return at;
      });
    expect(fromBot(log).slice(1).map(numberOf)).toEqual(expected);
  }
});

test('a channel that sends without end to one conversation is told to wait; what it was refused it may send again', async () => {
  const send = (i: number, conversation: string) =>
    site.call('/api/messages', {
      body: {
        ...{
          type: 'message',
          id: `${i}`,
          text: 'merci',
          locale: 'fr',
          channelId: 'test',
          deliveryMode: 'expectReplies',
        },
        ...{ from: { id: 'customer' }, recipient: { id: 'bot' }, conversation: { id: conversation } },
      },
    });
  // The first turn of the flood takes long.
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  site.app.adapter.use(async ({ activity }, next) => {
    if (activity.conversation.id === 'flood') await held;
    await next();
  });
  const sending = Promise.all(
    range(60).map((i) =>
      send(i, 'flood').then((answer) => {
        if (answer.status === 429) go();
        return answer;
      }),
    ),
  );
  expect((await send(0, 'somebody else')).status).toBe(200);
  const flood = await sending;
  const refused = range(60).filter((i) => flood[i]?.status === 429);
  expect(flood.filter(({ status }) => status === 200).length + refused.length).toBe(60);
  expect(flood[refused[0] ?? 0]?.headers.get('retry-after')).toBe('2');
  const again = await send(refused[0] ?? 0, 'flood');
  expect(again.body).toMatchObject({ activities: [expect.objectContaining({ type: 'message' })] });
});
