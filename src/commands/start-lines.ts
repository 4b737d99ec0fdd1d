import type { App } from '../bot/compose.js';
import type { Config } from '../bot/config.js';
import { messagesDoor } from '../bot/messages-door.js';
import { PRACTICE_PATH } from '../bot/practice-path.js';
import { describeProblem } from '../knowledge/articles/article.js';

/** Where cases go. */
function handoffLine({ handoff }: Config): string {
  if (!handoff) return 'cases are kept, nobody is told: `passerelle cases` lists them (HANDOFF_FILE tells the team)';
  return handoff.destinations.map(({ id, kind }) => `${id} (${kind})`).join(', ');
}

/** What is on, and what to try next: the first thing that an operator reads. */
export function startLines(
  config: Config,
  { knowledgeService, locales, problems, practice }: App,
  port: number,
): readonly string[] {
  const { articles } = knowledgeService.knowledge;
  const { languages } = locales;
  const address = `http://localhost:${port}`;
  const door = messagesDoor(config);
  const signIn = {
    'signed-in': `Microsoft Entra (${config.credentials.MicrosoftAppType})`,
    'this-machine': 'none: development only',
    closed: 'no Microsoft identity (MicrosoftAppId): /api/messages is closed, the website is open',
  }[door];
  const reach =
    config.host !== undefined
      ? ` on ${config.host} (HOST)`
      : door === 'this-machine'
        ? ', for this machine only (HOST=0.0.0.0 for others, too)'
        : '';
  const storage =
    config.dataFolder === ':memory:' ? 'in memory, lost at the end' : `${config.dataFolder}/passerelle.db`;
  return [
    `Passerelle listens on ${address}${reach}`,
    `  languages  ${languages.join(', ')}`,
    `  articles   ${articles.size}${problems.length > 0 ? ` (${problems.length} problems, see below)` : ''}`,
    `  website    ${address} (help centre and widget)${config.webOrigins.length > 0 ? `, also on ${config.webOrigins.join(', ')}` : ''}`,
    ...(door === 'closed' ? [] : [`  channels   Bot Framework on POST ${address}/api/messages (Emulator, Teams)`]),
    `  storage    ${storage}, kept for ${config.retentionDays} days`,
    `  sign-in    ${signIn}`,
    `  hand-off   ${handoffLine(config)}`,
    ...(practice
      ? [
          `  practice   a practice account is on, nothing in it is real: ${address}${PRACTICE_PATH} (PRACTICE=off without)`,
        ]
      : []),
    ...problems.map((problem) => `  not loaded ${describeProblem(problem)}`),
    `Try next: open ${address} in a browser   or npm run talk -- --language fr`,
  ];
}
