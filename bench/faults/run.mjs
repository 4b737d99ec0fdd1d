// Faults of the world, tried on the built server: `npm run bench:faults`, or with the names of some cases, and for
// `manyTurns` with `--turns 30000 --conversations 2000`.
import { parseArgs } from 'node:util';
import { atOnce, changingFiles, manyTurns } from './load.mjs';
import { deafReaders, exhaustedFiles, halfOpen, idleSockets } from './sockets.mjs';

const CASES = { exhaustedFiles, idleSockets, deafReaders, halfOpen, atOnce, changingFiles, manyTurns };
const { positionals: wanted, values } = parseArgs({
  allowPositionals: true,
  options: {
    turns: { type: 'string', default: '30000' },
    conversations: { type: 'string', default: '2000' },
  },
});
const size = { turns: Number(values.turns), conversations: Number(values.conversations) };
for (const [name, run] of Object.entries(CASES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { isGood, told } = await run(size);
  console.log(`${isGood ? 'holds  ' : 'BREAKS '} ${name.padEnd(16)}${told}`);
  if (!isGood) process.exitCode = 1;
}
process.exit();
