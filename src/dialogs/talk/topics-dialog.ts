import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { intentChoice, person, resumeChoices } from '../phrases/choices.js';
import { oneTurn } from '../waterfall.js';

/** How many articles the list of topics shows. */
const TOPICS = 8;

/** The list of what can be asked. */
export function topicsDialog({ library, accounts, elsewhere }: DialogDeps) {
  return oneTurn<Given<'topics'>, Next>('topics', async (turn) => {
    const t = turn.words();
    const language = turn.language();
    const articles = library
      .list(language)
      .slice(0, TOPICS)
      .flatMap(({ id }) => intentChoice(id, library, language));
    const resume = resumeChoices(turn.memory(), library, t, language);
    const isBoth = elsewhere.teamsChat !== undefined && turn.scope === 'personal';
    const away = isBoth ? intentChoice('carry', library, language) : [];
    const everything = accounts ? intentChoice('check:all', library, language) : [];
    await turn.say({
      kind: 'text',
      text: t('help.topics'),
      choices: [...resume, ...articles, ...everything, ...away, person(t)],
    });
    return undefined;
  });
}
