import type { Middleware } from 'botbuilder';

/** Traces carry the whole dialog state; only the Emulator may see them, and only it knows what to do with them. */
export function noTraces(): Middleware {
  return {
    async onTurn(context, next) {
      context.onSendActivities(async (_context, activities, send) => {
        const kept = activities.filter(({ type }) => type !== 'trace');
        activities.splice(0, activities.length, ...kept);
        return send();
      });
      await next();
    },
  };
}
