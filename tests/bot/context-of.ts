import { type Activity, BotAdapter, type Middleware, type ResourceResponse, TurnContext } from 'botbuilder';

/** A channel that takes what is said, and keeps it. */
class KeepingAdapter extends BotAdapter {
  readonly sent: Partial<Activity>[] = [];

  async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(...activities);
    return activities.map((_, at) => ({ id: `${at}` }));
  }

  async updateActivity(): Promise<void> {}

  async deleteActivity(): Promise<void> {}

  async continueConversation(): Promise<void> {
    throw new Error('There is one turn, and nothing after it');
  }
}

/** The turn of an activity as a middleware gets it, and what has left it. */
export function contextOf(activity: object): TurnContext & { readonly sent: readonly Partial<Activity>[] } {
  const adapter = new KeepingAdapter();
  return Object.assign(new TurnContext(adapter, activity), { sent: adapter.sent });
}

/** Runs a turn through a middleware, with what comes behind it. */
export async function through(
  { onTurn }: Middleware,
  context: TurnContext,
  behind: () => Promise<void> = async () => {},
): Promise<void> {
  await onTurn(context, behind);
}
