import type { Activity } from 'botbuilder';

/** As the protocol marks a message that only its recipient sees; Teams takes it from the address that it is sent to. */
const TREATMENT = { type: 'activityTreatment', treatment: 'targeted' } as const;

/** The same message, to be seen by whoever it answers alone: in a team or a group chat, as long as the client keeps it (a day). */
export function targeted(activity: Partial<Activity>): Partial<Activity> {
  return { ...activity, entities: [...(activity.entities ?? []), TREATMENT] };
}

/** Whether only its recipient is to see it. */
export function isTargeted({ entities = [] }: Partial<Activity>): boolean {
  return entities.some(({ type, treatment }) => type === TREATMENT.type && treatment === TREATMENT.treatment);
}

/** The same message for all. */
export function untargeted(activity: Partial<Activity>): Partial<Activity> {
  return { ...activity, entities: (activity.entities ?? []).filter((entity) => !isTargeted({ entities: [entity] })) };
}

/** @returns the address of the channel's service at which all that is sent or changed is for its recipient alone */
export function targetedService(serviceUrl: string): string {
  const address = new URL(serviceUrl);
  address.searchParams.set('isTargetedActivity', 'true');
  return address.href;
}
