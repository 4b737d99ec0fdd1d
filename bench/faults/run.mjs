// Faults of the world, tried on the built server: `npm run bench:faults`, or with the names of some cases.
import { atOnce, changingFiles, manyTurns } from './load.mjs';
import { deafReaders, exhaustedFiles, halfOpen, idleSockets } from './sockets.mjs';

const CASES = { exhaustedFiles, idleSockets, deafReaders, halfOpen, atOnce, changingFiles, manyTurns };
const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(CASES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { isGood, told } = await run();
  console.log(`${isGood ? 'holds  ' : 'BREAKS '} ${name.padEnd(16)}${told}`);
  if (!isGood) process.exitCode = 1;
}
process.exit();
