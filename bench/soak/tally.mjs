/** What must be 0 at the end. */
const FAULTS = [
  'acknowledged and lost',
  'doubled',
  'wrong step',
  'another reply',
  'unanswered',
  'hand-offs lost',
  'hand-offs doubled',
  'reminders lost',
  'reminders doubled',
];

/** Counts what happened; the first few of each fault are told as they happen. */
export function openTally() {
  const faults = new Map(FAULTS.map((name) => [name, 0]));
  let [turns, conversations, apologies, times] = [0, 0, 0, []];
  return {
    turn: () => void turns++,
    /** From when a turn was sent until the last of its replies came, in milliseconds. */
    took: (milliseconds) => void times.push(milliseconds),
    conversation: () => void conversations++,
    /** A turn that failed, for which the assistant is sorry. */
    apology: () => void apologies++,
    apologies: () => apologies,
    turns: () => turns,
    conversations: () => conversations,
    /** @returns what was taken since the last call */
    times() {
      const all = times;
      times = [];
      return all;
    },
    note(name, detail) {
      const count = (faults.get(name) ?? 0) + 1;
      faults.set(name, count);
      if (count <= 5) console.error(`${name}: ${detail}`);
    },
    faults: () => [...faults],
  };
}
