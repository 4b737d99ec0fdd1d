import type { Activity } from 'botbuilder';
import { isTimeZone } from '../../dialogs/reminders/morning.js';

/** The customer's time zone as Teams names it, when it is one; else the other one. */
export function zoneOf({ localTimezone }: Partial<Activity>, otherwise: string): string {
  return localTimezone && isTimeZone(localTimezone) ? localTimezone : otherwise;
}
