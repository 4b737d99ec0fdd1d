import type { Middleware } from 'botbuilder';
import { z } from 'zod';
import type { SignIn } from '../channels/sign-in.js';
import { readApiKey } from '../checks/read-api-key.js';

/** Where a turn finds what was submitted. */
export const SIGN_IN = Symbol('sign-in');

const submitted = z.looseObject({
  passerelle: z.looseObject({ kind: z.literal('sign-in') }),
  site: z.string().max(500).optional(),
  key: z.string().max(2000).optional(),
});

/**
 * Takes the key out of a submitted sign-in card before anything else sees the activity: it stays in this turn, sealed,
 * and never becomes part of a text, a transcript or a log.
 */
export function takeSignIn(): Middleware {
  return {
    async onTurn(context, next) {
      const { activity } = context;
      const read = activity.value ? submitted.safeParse(activity.value) : undefined;
      if (read?.success) {
        const { passerelle, site, key } = read.data;
        context.turnState.set(SIGN_IN, signInOf(site, key));
        activity.value = { passerelle };
        // Some clients copy what was typed into the text or the channel's own data.
        activity.text = '';
        activity.channelData = undefined;
      }
      await next();
    },
  };
}

/** The echo of a submitted card has neither: that is what is left when a process was stopped in between. */
function signInOf(site: string | undefined, key: string | undefined): SignIn {
  if (site === undefined && key === undefined) return { kind: 'lost' };
  return { kind: 'entered', site: site ?? '', key: readApiKey(key ?? '') };
}
