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
  let [turns, conversations] = [0, 0];
  return {
    turn: () => void turns++,
    conversation: () => void conversations++,
    turns: () => turns,
    conversations: () => conversations,
    note(name, detail) {
      const count = (faults.get(name) ?? 0) + 1;
      faults.set(name, count);
      if (count <= 5) console.error(`${name}: ${detail}`);
    },
    faults: () => [...faults],
  };
}
