import type { AccountService } from '../../../src/dialogs/account/account-service';
import type { Look } from '../../../src/dialogs/account/check-set';
import { waitForLook } from '../../../src/dialogs/account/wait-for-look';
import type { Turn } from '../../../src/dialogs/turn';

test('while a look goes on, that its progress cannot be said ends nothing; the turn fails when the look is over', async () => {
  const unheard: unknown[] = [];
  const listen = (why: unknown) => void unheard.push(why);
  process.on('unhandledRejection', listen);
  let end = (_look: Look) => {};
  const account = {
    look: () => new Promise<Look>((resolve) => (end = resolve)),
    reads: { begin: () => new AbortController().signal, end: () => {} },
    wait: async () => {},
  } as unknown as AccountService;
  const away = new Error('connect ECONNREFUSED');
  const turn = { conversation: 'c', words: () => (key: string) => key, say: () => Promise.reject(away) };
  const looking = waitForLook(account, {} as never, 'triggers', turn as unknown as Turn);
  const failed = expect(looking).rejects.toBe(away);
  await new Promise((resolve) => setTimeout(resolve, 50));
  end({} as Look);
  await failed;
  process.off('unhandledRejection', listen);
  expect(unheard).toEqual([]);
});
