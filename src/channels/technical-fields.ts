import { z } from 'zod';

/**
 * Fields that machines fill in. Only the shapes that clients are known to write are kept: anything else in them is
 * somebody's words, which these fields are not for. What does not fit is nothing, not an error.
 */
const shaped = (pattern: RegExp) => z.string().regex(pattern).optional().catch(undefined);

/** BCP 47 as far as channels use it: `fr`, `fr-FR`, `zh-Hant-TW`, `es-419`. */
export const localeField = shaped(/^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i);

/** An IANA zone as `Intl` names it: `Europe/Paris`, `America/Argentina/Buenos_Aires`, `Etc/GMT+5`, `UTC`. */
export const timeZoneField = shaped(/^(?:[A-Z][A-Za-z]{1,20}(?:[/_+-][A-Za-z\d]{1,20}){0,5})$/);

export const textFormatField = z.enum(['plain', 'markdown', 'xml']).optional().catch(undefined);

/** ISO 8601 with its zone, as `Date` writes it. */
export const timestampField = shaped(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/);

/**
 * A client's own name for what it posts: 32 hexadecimal digits (the widget), a UUID, `Math.random()` in base 36 (Web
 * Chat; few of those have no digit, and none of them is short), or the milliseconds of a clock before one (the Emulator).
 */
export const clientIdField = shaped(
  /^(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|1\d{12}\.?[\da-z]{0,16}|(?=[a-z]*\d)[\da-z]{1,14}|[a-z]{9,13})$/,
);

const TYPES = new Set(
  'message messageUpdate messageDelete messageReaction conversationUpdate contactRelationUpdate installationUpdate typing event invoke invokeResponse endOfConversation deleteUserData handoff suggestion trace command commandResult delay'.split(
    ' ',
  ),
);

const NAMES = new Set(
  'adaptiveCard/action message/submitAction message/fetchTask composeExtension/query composeExtension/selectItem composeExtension/queryLink composeExtension/anonymousQueryLink composeExtension/submitAction composeExtension/fetchTask composeExtension/querySettingUrl composeExtension/setting signin/verifyState signin/tokenExchange signin/failure task/fetch task/submit tab/fetch tab/submit config/fetch config/submit fileConsent/invoke actionableMessage/executeAction handoff/action application/search webchat/join webchat/rendertime startConversation requestWelcomeDialog tokens/response ContinueConversation handoff.initiate handoff.status'.split(
    ' ',
  ),
);

/** The type of an activity as it may be logged: one that Bot Framework knows. */
export const knownType = (type: unknown): string => (typeof type === 'string' && TYPES.has(type) ? type : 'unknown');

/** The name of an event or of an invoke as it may be logged or kept: one that channels are known to send. */
export const knownName = (name: unknown): string | undefined =>
  typeof name === 'string' && NAMES.has(name) ? name : undefined;
