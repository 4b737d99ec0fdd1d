// Loaded before the server (`--expose-gc --require`): on SIGUSR2 it tells what is still held once all garbage is gone.
const { writeSync } = require('node:fs');

const MB = 1024 * 1024;
process.on('SIGUSR2', () => {
  global.gc();
  global.gc();
  const { heapUsed, rss, external } = process.memoryUsage();
  const told = { heap: Math.round(heapUsed / MB), external: Math.round(external / MB), rss: Math.round(rss / MB) };
  writeSync(2, `memory ${JSON.stringify(told)}\n`);
});
