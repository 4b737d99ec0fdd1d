import type { Activity } from 'botbuilder';
import { scrubSecrets } from '../../../src/bot/middleware/scrub-secrets';
import { stopAccountRead } from '../../../src/bot/middleware/stop-account-read';
import { fakeContext, through } from '../fake-context';

/** What is judged of a message that comes while an account is looked at. */
async function judged(text: string): Promise<readonly string[]> {
  const seen: string[] = [];
  const looks = { isGoing: () => true, stop: () => undefined } as never;
  const context = fakeContext({ type: 'message', text, conversation: { id: 'c' } } as Partial<Activity>);
  const stop = stopAccountRead(looks, (words) => {
    seen.push(words);
    return false;
  });
  await through(scrubSecrets(), context, () => through(stop, context));
  return seen;
}

test.each(['mdp: hunter2', 'm&#100;p: hunter2', 'stop 4242&#52;24242424242', 'stop 4242\u200b424242424242'])(
  '%j is judged without its secret while an account is looked at',
  async (text) => {
    const [words] = await judged(text);
    expect(words).toMatch(/^(?:mdp:|stop) •••$/);
  },
);
