// Makes reminders due: nobody waits for a morning here.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';

/** How long what a killed server had begun may take to come again, in milliseconds: a minute, then two. */
const LONGEST = 200_000;

/** @param data the folder of the server's state */
export function openReminders(data) {
  const made = [];
  const ask = (sql, ...values) => {
    const db = new Database(join(data, 'passerelle.db'), { timeout: 5000 });
    try {
      return db.prepare(sql).all(...values);
    } finally {
      db.close();
    }
  };
  return {
    /** The server says it within seconds; unless it is killed, then it says it a minute later. */
    makeDue(conversation) {
      ask(
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
      const waits = () =>
        ask("select count(*) as n from outbox where state = 'waiting' and due_at < ?", soon())[0].n > 0;
      while (made.length > 0 && performance.now() < until && waits()) await sleep(1000);
    },
  };
}
