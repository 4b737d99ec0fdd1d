import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { bothEnds } from '../../knowledge/understanding/text/both-ends.js';
import { type Action, readAction } from '../action.js';
import { visibleWords } from '../plain-text.js';
import { cutSecrets } from '../secrets/cut-secrets.js';
import {
  clientIdField,
  knownName,
  localeField,
  textFormatField,
  timestampField,
  timeZoneField,
} from '../technical-fields.js';
import type { LoggedActivity } from './activity-log.js';

/** What a client may say; whatever else it sends (`from`, `serviceUrl`, `deliveryMode`, `channelId`…) is not read. */
const posted = z.object({
  type: z.string().min(1).max(100),
  text: z.string().nullish(),
  textFormat: textFormatField,
  locale: localeField,
  localTimezone: timeZoneField,
  name: z.string().max(200).nullish(),
  value: z.unknown().optional(),
  channelData: z.looseObject({}).nullish().catch(undefined),
});

/** Of technical fields only what has their shape is kept: nobody's words get into the log by them. */
const clientData = z.object({
  clientActivityID: clientIdField,
  clientTimestamp: timestampField,
  postBack: z.boolean().optional().catch(undefined),
  messageBack: z
    .object({ displayText: z.string().max(1000) })
    .optional()
    .catch(undefined),
});

/** The longest text that is read, and that is kept of it, in UTF-16 units: a secret at the border is cut whole. */
const LONGEST_RAW = 20_000;
const LONGEST_TEXT = 10_000;
/** Shown to the other tabs and after a reload; all else is for the turn alone. */
const KEPT = new Set(['message', 'event', 'endOfConversation']);

/** What a client posted, in the two shapes that it goes on in. */
export interface Posted {
  readonly kind: 'posted';
  /** For the turn, once. */
  readonly activity: Partial<Activity>;
  /** For the log: no secret, no value of a masked field. Nothing when it is not kept. */
  readonly echo: LoggedActivity | undefined;
  readonly clientId: string | undefined;
}

type Refused = { readonly kind: 'refused'; readonly code: 'MissingProperty' | 'BadArgument'; readonly message: string };

/** Reads what a client posts; pure. */
export function readPosted(body: unknown): Posted | Refused {
  const read = posted.safeParse(body);
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? { path: [], message: 'not an activity' };
    const isMissing = typeof body === 'object' && body !== null && path[0] === 'type' && !('type' in body);
    return isMissing
      ? { kind: 'refused', code: 'MissingProperty', message: 'Activity.type is missing' }
      : { kind: 'refused', code: 'BadArgument', message: `Activity expected; ${path.join('.') || 'body'}: ${message}` };
  }
  const { type, text, textFormat, locale, localTimezone, name, value, channelData } = read.data;
  const data = clientData.parse(channelData ?? {});
  const isSignIn = holdsSignIn(value);
  const words = isSignIn ? '' : typeof text === 'string' ? bothEnds(text, LONGEST_RAW) : undefined;
  const said = { type, ...(textFormat ? { textFormat } : {}), ...(locale ? { locale } : {}) };
  const kept = knownName(name);
  const action = readAction(value);
  const shown = {
    ...data,
    ...(data.messageBack ? { messageBack: { displayText: cutSecrets(data.messageBack.displayText).text } } : {}),
  };
  return {
    kind: 'posted',
    activity: {
      ...said,
      ...(localTimezone ? { localTimezone } : {}),
      ...(name ? { name } : {}),
      text: words ?? '',
      ...(value === undefined ? {} : { value }),
      channelData: data,
    },
    echo: KEPT.has(type)
      ? {
          ...said,
          ...(kept ? { name: kept } : {}),
          ...(words === undefined ? {} : { text: bothEnds(cutSecrets(visibleWords(words)).text, LONGEST_TEXT) }),
          ...(action ? { value: { passerelle: withoutSecrets(action) } } : {}),
          channelData: isSignIn ? { clientActivityID: data.clientActivityID } : shown,
        }
      : undefined,
    clientId: data.clientActivityID ?? digestOf(channelData?.clientActivityID),
  };
}

/** A name that no known client writes still tells the second post from the first; what it says is nobody's business. */
function digestOf(name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined;
  return createHash('sha256').update(name).digest('hex');
}

/** A field may hold what was pasted into it by mistake. */
function withoutSecrets(action: Action): object {
  const cut = Object.entries(action).map(([name, value]) => [
    name,
    typeof value === 'string' ? cutSecrets(value).text : value,
  ]);
  return Object.fromEntries(cut);
}

function passerelleOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, 'passerelle') : undefined;
}

/** Also one that is not well formed: a key in it is a key. Where checks ask for no key, what is in the field `site` opens the account. */
function holdsSignIn(value: unknown): boolean {
  const action = passerelleOf(value);
  return typeof action === 'object' && action !== null && Reflect.get(action, 'kind') === 'sign-in' && hasField(value);
}

function hasField(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('key' in value || 'site' in value);
}
