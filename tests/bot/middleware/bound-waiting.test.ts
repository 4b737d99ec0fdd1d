import { boundWaiting } from '../../../src/bot/middleware/bound-waiting';
import { contextOf, through } from '../context-of';

/** What becomes of 40 messages of one conversation that come at once, while the first still goes on. */
async function fateOf(channelId: string) {
  let [turns, refused] = [0, 0];
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const bound = boundWaiting(() => void refused++);
  const all = Array.from({ length: 40 }, (_, i) =>
    through(bound, contextOf({ type: 'message', id: String(i), channelId, conversation: { id: 'a' } }), async () => {
      await over;
      turns++;
    }),
  );
  end();
  await Promise.all(all);
  return { turns, refused };
}

test('a channel that delivers again is refused what comes when 30 of a conversation wait', async () => {
  expect(await fateOf('msteams')).toEqual({ turns: 30, refused: 10 });
});

test('what the website has taken has its turn, however much of it a process that died has left', async () => {
  expect(await fateOf('directline')).toEqual({ turns: 40, refused: 0 });
});
