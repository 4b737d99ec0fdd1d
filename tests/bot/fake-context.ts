import type { Activity, Middleware, SendActivitiesHandler, TurnContext } from 'botbuilder';

/** As much of a turn as a middleware sees, without the framework behind it. */
export function fakeContext(activity: object): TurnContext & { readonly sent: Partial<Activity>[] } {
  const handlers: SendActivitiesHandler[] = [];
  const sent: Partial<Activity>[] = [];
  const context = {
    activity,
    sent,
    turnState: new Map(),
    onSendActivities(handler: SendActivitiesHandler) {
      handlers.push(handler);
      return context;
    },
    onUpdateActivity: () => context,
    async sendActivities(activities: Partial<Activity>[]) {
      const send = async (rest: readonly SendActivitiesHandler[]): Promise<[]> => {
        const [first, ...others] = rest;
        if (first) await first(context as unknown as TurnContext, activities, () => send(others));
        else sent.push(...activities);
        return [];
      };
      return send(handlers);
    },
  };
  // A turn has many more members; a middleware reads these.
  return context as unknown as TurnContext & { readonly sent: Partial<Activity>[] };
}

/** Runs a turn through a middleware, with what comes behind it. */
export async function through(
  { onTurn }: Middleware,
  context: TurnContext,
  behind: () => Promise<void> = async () => {},
): Promise<void> {
  await onTurn(context, behind);
}
