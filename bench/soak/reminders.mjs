// Makes reminders due: nobody waits for a morning here.
import { setTimeout as sleep } from 'node:timers/promises';

/** How long what a killed server had begun may take to come again, in milliseconds: a minute, then two. */
const LONGEST = 200_000;

/** @param store where the server keeps them */
export function openReminders({ all }) {
  const made = [];
  return {
    /** The server says it within seconds; unless it is killed, then it says it a minute later. */
    async makeDue(conversation) {
      await all(
        "update outbox set due_at = ? where conversation = ? and state = 'waiting'",
        new Date().toISOString(),
        conversation,
      );
      made.push(conversation);
    },
    /** Resolves when all that is due has been said, or should have been. */
    async settle() {
      const until = performance.now() + LONGEST;
      const soon = () => new Date(Date.now() + LONGEST).toISOString();
      const waits = async () =>
        (await all("select count(*) as n from outbox where state = 'waiting' and due_at < ?", soon()))[0].n > 0;
      while (made.length > 0 && performance.now() < until && (await waits())) await sleep(1000);
    },
  };
}
