// What processes use of the machine, read from /proc (Linux).
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

const fieldsOf = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in parentheses, may hold spaces.
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Memory that is in RAM, in MB. */
export const memoryOf = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** CPU time of a process so far, in ms. @param isTree with its children, those that have ended included */
export function cpuOf(pid, isTree = false) {
  const of = (each, from) => {
    try {
      return from.reduce((sum, i) => sum + Number(fieldsOf(each)[i]) * TICK_MS, 0);
    } catch {
      return 0;
    }
  };
  if (!isTree) return of(pid, [11, 12]);
  const children = readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && fieldsOf(name)[1] === String(pid);
    } catch {
      return false;
    }
  });
  return of(pid, [11, 12, 13, 14]) + children.reduce((sum, child) => sum + of(child, [11, 12]), 0);
}

/** What all cores together have worked so far, in ms. */
function cpuOfMachine() {
  const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .split(/\s+/)
    .slice(1);
  return [user, nice, system, irq, softirq].reduce((sum, ticks) => sum + Number(ticks) * TICK_MS, 0);
}

/**
 * Begins to count. @param processes `{ name: { pid, isTree? }[] }`
 * @returns a function that says how many cores each took since (1 is a whole core), how many others took, how many there are
 */
export function countUsage(processes) {
  const read = () =>
    Object.fromEntries(
      Object.entries(processes).map(([name, all]) => [
        name,
        all.reduce((sum, { pid, isTree }) => sum + cpuOf(pid, isTree), 0),
      ]),
    );
  const [before, machine, begin] = [read(), cpuOfMachine(), performance.now()];
  return () => {
    const [after, passed] = [read(), performance.now() - begin];
    const cores = Object.fromEntries(Object.keys(before).map((name) => [name, (after[name] - before[name]) / passed]));
    const ours = Object.values(cores).reduce((sum, each) => sum + each, 0);
    const others = Math.max(0, (cpuOfMachine() - machine) / passed - ours);
    return { cores, others, all: availableParallelism() };
  };
}
