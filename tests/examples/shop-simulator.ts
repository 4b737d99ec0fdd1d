import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const SHOP_FOLDER = join(__dirname, '..', '..', 'examples', 'shop');

/** The shop's own simulator, started as its README says, at this time. */
export async function openShopSimulator(now: Date): Promise<{ readonly url: string; close(): Promise<void> }> {
  const child: ChildProcess = spawn(process.execPath, [join(SHOP_FOLDER, 'simulator.mjs'), '0'], {
    env: { ...process.env, SHOP_NOW: now.toISOString(), CHECKS_SHOP_TOKEN: 'practice' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout ?? child, 'data');
  const url = /http:\/\/\S+/.exec(String(said))?.[0] ?? '';
  return {
    url,
    async close() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
