// What building the index of the shipped knowledge base costs. `node bench/understanding/measure-build.mjs once` measures in
// this process and prints JSON; `measureBuild` does so three times, each in a process of its own, and keeps the medians.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { engine, loadIntents, quantile } from './knowledge-base.mjs';

const TIMES = 3;
const file = fileURLToPath(import.meta.url);

/** Milliseconds by what was done. */
export function measureBuild() {
  const runs = Array.from({ length: TIMES }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [file, 'once'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`measuring the build failed: ${stderr}`);
    return JSON.parse(stdout);
  });
  return Object.fromEntries(
    Object.keys(runs[0]).map((what) => [
      what,
      Math.round(
        quantile(
          runs.map((run) => run[what]),
          0.5,
        ),
      ),
    ]),
  );
}

async function measureOnce() {
  const { intents, vocabulary } = await loadIntents();
  const { openIndex, loadIndex } = engine('open-index');
  const times = {};
  const timed = async (what, work) => {
    const start = performance.now();
    const made = await work();
    times[what] = performance.now() - start;
    return made;
  };
  const pause = () => new Promise(setImmediate);
  const index = await timed('first build', () => openIndex(intents, { vocabulary }));
  await timed('own thresholds, in slices', () => index.settle(pause));
  const bytes = await timed('saving', () => index.save());
  await timed('loading what was saved', () => loadIndex(bytes, { vocabulary }));
  await timed('second build', () => openIndex(intents, { vocabulary }));
  const [changed] = intents;
  const { en } = changed.texts;
  const edited = { ...changed, texts: { ...changed.texts, en: { ...en, title: `${en.title} now` } } };
  await timed('one article changed: seen', () => {
    index.add(edited);
  });
  await timed('one article changed: learned, in slices', () => index.settle(pause));
  return times;
}

if (process.argv[2] === 'once') console.log(JSON.stringify(await measureOnce()));
