import { scrubSecrets } from '../../../src/bot/middleware/scrub-secrets';
import { stopAccountRead } from '../../../src/bot/middleware/stop-account-read';
import { conversationKey } from '../../../src/bot/turn/conversation-key';
import { createRunningReads } from '../../../src/dialogs/account/account-service';
import { contextOf, through } from '../context-of';

/** What is judged of a message that comes while an account is looked at. */
async function judged(text: string): Promise<readonly string[]> {
  const seen: string[] = [];
  const reads = createRunningReads();
  const context = contextOf({ type: 'message', text, channelId: 'web', conversation: { id: 'c' } });
  reads.begin(conversationKey(context.activity));
  const stop = stopAccountRead(reads, (words) => {
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
