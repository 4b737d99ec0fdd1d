import { z } from 'zod';

/**
 * The rules of Microsoft's app manifest schema 1.29 and of its localization schema that concern us, written from their
 * documentation (learn.microsoft.com/microsoft-365/extensibility/schema); what is not named here may not be there.
 */
const guid = z.string().regex(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i);
const words = (most: number) => z.string().max(most).regex(/\S/);
const httpsUrl = z
  .string()
  .max(2048)
  .regex(/^https:\/\//i);
const file = z
  .string()
  .max(2048)
  .regex(/^[\w.-]+$/);
const languageTag = z.string().regex(/^[A-Za-z\d]{1,8}(?:-[A-Za-z\d]{1,8}){0,2}$/);
const scope = z.enum(['team', 'personal', 'groupChat']);

const botCommand = z.strictObject({
  title: words(128),
  description: words(4000),
  type: z.enum(['basic', 'prompt']).optional(),
});
const searchCommand = z.strictObject({
  id: words(64),
  type: z.literal('query'),
  initialRun: z.boolean(),
  context: z.array(z.enum(['compose', 'commandBox', 'message'])).max(3),
  title: words(32),
  description: words(128),
  parameters: z
    .array(z.strictObject({ name: words(64), title: words(32), description: words(128), inputType: z.literal('text') }))
    .min(1)
    .max(5),
});

export const manifestSchema = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.29'),
  version: z
    .string()
    .max(256)
    .regex(/^\d+\.\d+\.\d+$/),
  id: guid,
  localizationInfo: z.strictObject({
    defaultLanguageTag: languageTag,
    additionalLanguages: z.array(z.strictObject({ languageTag, file })),
  }),
  developer: z.strictObject({ name: words(32), websiteUrl: httpsUrl, privacyUrl: httpsUrl, termsOfUseUrl: httpsUrl }),
  name: z.strictObject({ short: words(30), full: words(100) }),
  description: z.strictObject({ short: words(80), full: words(4000) }),
  icons: z.strictObject({ color: file, outline: file }),
  supportsChannelFeatures: z.literal('tier1'),
  accentColor: z.string().regex(/^#[\da-f]{6}$/i),
  bots: z
    .array(
      z.strictObject({
        botId: guid,
        scopes: z.array(scope).min(1).max(3),
        supportsFiles: z.boolean(),
        isNotificationOnly: z.boolean(),
        commandLists: z
          .array(z.strictObject({ scopes: z.array(scope).min(1), commands: z.array(botCommand).max(12) }))
          .max(3),
      }),
    )
    .length(1),
  composeExtensions: z
    .array(
      z.strictObject({
        botId: guid,
        commands: z.array(searchCommand).min(1).max(10),
        messageHandlers: z
          .array(
            z.strictObject({
              type: z.literal('link'),
              value: z.strictObject({
                domains: z.array(z.string().max(2048)),
                supportsAnonymizedPayloads: z.boolean(),
              }),
            }),
          )
          .max(5),
      }),
    )
    .length(1),
  validDomains: z
    .array(
      z
        .string()
        .max(2048)
        .regex(/^[a-z\d.-]+$/),
    )
    .max(100),
});

const limits: readonly (readonly [RegExp, number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^bots\[0\]\.commandLists\[[0-2]\]\.commands\[(?:\d|1[01])\]\.title$/, 128],
  [/^bots\[0\]\.commandLists\[[0-2]\]\.commands\[(?:\d|1[01])\]\.description$/, 4000],
  [/^composeExtensions\[0\]\.commands\[\d\]\.title$/, 32],
  [/^composeExtensions\[0\]\.commands\[\d\]\.description$/, 128],
  [/^composeExtensions\[0\]\.commands\[\d\]\.parameters\[[0-4]\]\.title$/, 32],
  [/^composeExtensions\[0\]\.commands\[\d\]\.parameters\[[0-4]\]\.description$/, 128],
];

export const localisationSchema = z
  .looseObject({ 'name.short': z.string(), 'description.short': z.string(), 'description.full': z.string() })
  .check(({ value, issues }) => {
    for (const [key, text] of Object.entries(value)) {
      if (key === '$schema') continue;
      const limit = limits.find(([pattern]) => pattern.test(key));
      const fault = limit ? words(limit[1]).safeParse(text).error?.message : 'a key that the schema does not know';
      if (fault) issues.push({ code: 'custom', message: `${key}: ${fault}`, input: text });
    }
  });
