import type { Destination, Sent } from '../../handoff/destination.js';
import { type WeekFigures, weekBefore } from '../../insights/week-figures.js';
import type { WeeklySent } from '../../storage/sql-weekly.js';
import { withinTime } from '../handoff/within-time.js';
import type { Log } from '../log.js';

interface SendWeekDeps {
  readonly destinations: readonly Destination[];
  readonly sent: WeeklySent;
  readonly figures: (week: { readonly from: string; readonly to: string }) => Promise<WeekFigures>;
  readonly letter: (figures: WeekFigures) => { readonly subject: string; readonly text: string };
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
}

/** Monday's night is over in most places, in hours UTC. */
const FROM_HOUR = 6;

/** Sends the figures of the week that is over to each destination that wants them, once; who does not take them is asked again. */
export function sendWeek({ destinations, sent, figures, letter, now, wait, log }: SendWeekDeps): () => Promise<void> {
  return async () => {
    const at = now();
    const week = weekBefore(at);
    if (at.getTime() < Date.parse(week.to) + FROM_HOUR * 3_600_000) return;
    let made: (ReturnType<typeof letter> & { readonly data: WeekFigures }) | undefined;
    for (const { id, notify } of destinations) {
      if (!notify || !(await sent.claim(id, week.from))) continue;
      let came: Sent | undefined;
      try {
        if (!made) {
          const data = await figures(week);
          made = { ...letter(data), data };
        }
        const notice = { key: `week-${week.from.slice(0, 10)}.${id}`, type: 'week.figures', ...made };
        came = await withinTime(wait, (signal) => notify(notice, signal));
      } finally {
        // Whatever kept it from being taken, the next round tries again.
        if (came?.kind !== 'accepted') await sent.release(id);
      }
      if (came.kind === 'accepted') log.info({ event: 'week sent', destination: id });
      else log.warn({ event: 'week not sent', destination: id, why: came.why });
    }
  };
}
