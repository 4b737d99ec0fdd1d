import type { Activity, Middleware } from 'botbuilder';
import { z } from 'zod';
import type { SignIn } from '../../channels/sign-in.js';
import { LOCAL_CHANNEL } from '../../channels/web/local-channel.js';
import type { RateLimit } from '../../channels/web/rate-limit.js';
import type { ApiKeyText } from '../../checks/read-api-key.js';
import { conversationKey } from '../turn/conversation-key.js';
import { recordOf } from '../turn/turn-record.js';

/** In UTF-16 units, spaces around them included. */
const LONGEST_SITE = 500;
const LONGEST_KEY = 2000;

const submitted = z.looseObject({
  passerelle: z.looseObject({ kind: z.literal('sign-in') }),
  // What is no text, or longer than any site or key, is taken out as well: it is no less secret.
  site: z
    .string()
    .transform((site) => site.slice(0, LONGEST_SITE))
    .optional()
    .catch(''),
  key: z
    .string()
    .transform((key) => key.slice(0, LONGEST_KEY))
    .optional()
    .catch(''),
});

/**
 * Takes the key out of a submitted sign-in card before anything else sees the activity: it stays in this turn, sealed,
 * and never becomes part of a text, a transcript or a log. Nobody tries many of them: an address on the website, a conversation
 * elsewhere.
 */
export function takeSignIn(tries: RateLimit, readKey: (typed: string) => ApiKeyText): Middleware {
  return {
    async onTurn(context, next) {
      const { activity } = context;
      const caller = activity.callerId ?? conversationKey(activity);
      // An address is for limits alone.
      if (activity.channelId === LOCAL_CHANNEL) Reflect.deleteProperty(activity, 'callerId');
      const read = activity.value ? submitted.safeParse(activity.value) : undefined;
      if (read?.success) {
        const { passerelle, site, key } = read.data;
        const signIn = signInOf(site, key, readKey);
        const wait = signIn.kind === 'entered' && signIn.key.kind === 'key' ? tries(caller) : 0;
        recordOf(context).signIn = wait > 0 ? { kind: 'too-many', wait } : signIn;
        activity.value = { passerelle };
        // Some clients copy what was typed into the text or the channel's own data.
        activity.text = '';
        activity.channelData = undefined;
      } else dropFields(activity);
      await next();
    },
  };
}

/** The echo of a submitted card has neither: that is what is left when a process was stopped in between. */
function signInOf(site: string | undefined, key: string | undefined, readKey: (typed: string) => ApiKeyText): SignIn {
  if (site === undefined && key === undefined) return { kind: 'lost' };
  return { kind: 'entered', site: site ?? '', key: readKey(key ?? '') };
}

const carried = z.looseObject({ passerelle: z.looseObject({ kind: z.unknown() }) });
const clicked = z.looseObject({ action: z.looseObject({ data: carried }) });

/**
 * Whatever else stood in the fields of a card whose other button was clicked: clients that do not know that a button wants
 * none of them send them all.
 */
function dropFields(activity: Activity): void {
  const submitted = activity.value ? carried.safeParse(activity.value).data : undefined;
  if (submitted && submitted.passerelle.kind !== 'contact') activity.value = { passerelle: submitted.passerelle };
  const { data } = clicked.safeParse(activity.type === 'invoke' ? activity.value : undefined);
  if (data) activity.value = { ...data, action: { ...data.action, data: { passerelle: data.action.data.passerelle } } };
}
