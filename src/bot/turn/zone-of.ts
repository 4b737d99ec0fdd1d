import type { Activity } from 'botbuilder';
import { isTimeZone } from '../../dialogs/reminders/morning.js';

/** The customer's time zone as the channel names it; undefined when it names none that there is. */
export function zoneOf({ localTimezone }: Partial<Activity>): string | undefined {
  return localTimezone && isTimeZone(localTimezone) ? localTimezone : undefined;
}
