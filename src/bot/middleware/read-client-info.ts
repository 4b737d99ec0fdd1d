import type { Middleware } from 'botbuilder';
import { z } from 'zod';

/** What a client of Teams tells of itself, also in activities that have no language of their own. */
const clientInfo = z.object({
  type: z.literal('clientInfo'),
  locale: z.string().max(100).optional().catch(undefined),
  timezone: z.string().max(100).optional().catch(undefined),
});

/** Gives an activity the language and the zone of the client that it comes from, where it has none itself. */
export function readClientInfo(): Middleware {
  return {
    onTurn({ activity }, next) {
      const told = (activity.entities ?? []).flatMap((entity) => clientInfo.safeParse(entity).data ?? [])[0];
      if (told?.locale && !activity.locale) activity.locale = told.locale;
      if (told?.timezone && !activity.localTimezone) activity.localTimezone = told.timezone;
      return next();
    },
  };
}
