import { cutText } from './cut-text.mjs';

const VERSION = '1.29';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${VERSION}`;

/** The most that the schema takes, in UTF-16 units. */
const LONGEST = { short: 80, full: 4000, fullName: 100, command: 128, search: 32, searchHint: 128 };

/**
 * Nothing about an account is said among others, so its check is offered in the personal chat alone; a deployment without
 * an account has no such command.
 */
const COMMAND_LISTS = [
  { scopes: ['personal'], commands: ['check', 'topics', 'person'] },
  { scopes: ['team', 'groupChat'], commands: ['topics', 'person'] },
];

/** The app manifest, in the default language. @see docs/teams.md */
export function manifest(options, texts) {
  const { appId, domain, linkDomain, version, developer, website, privacy, terms } = options;
  const languages = Object.keys(texts);
  const language = languages.includes(options.language) ? options.language : languages[0];
  const text = texts[language];
  const others = languages.filter((other) => other !== language);
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: VERSION,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: language,
      additionalLanguages: others.map((other) => ({ languageTag: other, file: `${other}.json` })),
    },
    developer: { name: developer, websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    name: { short: options.name, full: filled(text.name, options, LONGEST.fullName) },
    description: {
      short: filled(text.short, options, LONGEST.short),
      full: filled(text.full, options, LONGEST.full),
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1d4ed8',
    // Without it an app for teams cannot be uploaded: all kinds of channels, shared ones among them.
    supportsChannelFeatures: 'tier1',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        ...(options.targeted ? { supportsTargetedMessages: true } : {}),
        commandLists: commandLists(text),
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [searchCommand(text)],
        // Links to guides are shown with the guide, to those without the app, too.
        messageHandlers: [{ type: 'link', value: { domains: [linkDomain], supportsAnonymizedPayloads: true } }],
      },
    ],
    validDomains: [domain],
  };
}

/** What stands in another language's file: the same places of the manifest, by their paths. */
export function localisation(options, text) {
  const search = searchCommand(text);
  const [parameter] = search.parameters;
  const commands = commandLists(text).flatMap(({ commands }, list) =>
    commands.flatMap(({ title, description }, i) => {
      const path = `bots[0].commandLists[${list}].commands[${i}]`;
      return [
        [`${path}.title`, title],
        [`${path}.description`, description],
      ];
    }),
  );
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': options.name,
    'name.full': filled(text.name, options, LONGEST.fullName),
    'description.short': filled(text.short, options, LONGEST.short),
    'description.full': filled(text.full, options, LONGEST.full),
    ...Object.fromEntries(commands),
    'composeExtensions[0].commands[0].title': search.title,
    'composeExtensions[0].commands[0].description': search.description,
    'composeExtensions[0].commands[0].parameters[0].title': parameter.title,
    'composeExtensions[0].commands[0].parameters[0].description': parameter.description,
  };
}

/**
 * Example questions first, then what always works. Teams puts a command's title into the compose box; a `prompt` of its
 * own could not be translated (the localization schema knows none), so the title is the question itself.
 */
function commandLists(text) {
  return COMMAND_LISTS.map(({ scopes, commands }) => ({
    scopes,
    commands: [
      ...text.questions.map((question) => ({ ...command(question), type: 'prompt' })),
      ...commands.flatMap((name) => (text[name] ? [command(text[name])] : [])),
    ],
  }));
}

/** What has no room in the title is told whole below it. */
function command({ title, description }) {
  const cut = cutText(title, LONGEST.command);
  return { title: cut, description: cutText(cut === title ? description : title, LONGEST.full) };
}

function searchCommand({ search }) {
  const short = (words) => cutText(words, LONGEST.search);
  const hint = (words) => cutText(words, LONGEST.searchHint);
  return {
    id: 'searchArticles',
    type: 'query',
    initialRun: true,
    context: ['compose', 'commandBox'],
    title: short(search.title),
    description: hint(search.description),
    parameters: [{ name: 'query', title: short(search.query), description: hint(search.hint), inputType: 'text' }],
  };
}

const filled = (sentence, { name }, most) => cutText(sentence.replaceAll('{{name}}', name), most);
