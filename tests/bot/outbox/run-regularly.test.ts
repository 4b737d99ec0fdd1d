import { runRegularly } from '../../../src/bot/outbox/run-regularly';

/** Something to wait for. */
function signal() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test('it is done again and again, never twice at once, and no more after a stop', async () => {
  let [going, most, times] = [0, 0, 0];
  const enough = signal();
  const stop = runRegularly(
    async () => {
      most = Math.max(most, ++going);
      await new Promise(setImmediate);
      going--;
      if (++times === 3) enough.resolve();
    },
    0,
    () => {},
  );
  await enough.promise;
  await stop();
  const done = times;
  await new Promise(setImmediate);
  expect([most, going, times]).toEqual([1, 0, done]);
});

test('a failure is told, and the next time comes all the same', async () => {
  const failures: unknown[] = [];
  const enough = signal();
  const stop = runRegularly(
    async () => {
      throw new Error('locked');
    },
    0,
    (error) => {
      if (failures.push(String(error)) === 2) enough.resolve();
    },
  );
  await enough.promise;
  await stop();
  expect(failures.slice(0, 2)).toEqual(['Error: locked', 'Error: locked']);
});
