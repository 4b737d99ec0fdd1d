import type { Choice } from '../../channels/reply.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { teamName } from '../phrases/team-name.js';
import { oneTurn } from '../waterfall.js';

/** How many example questions the welcome offers (rule 2). */
const EXAMPLES = 3;

/** Says who we are, what we can do, and three questions to begin with (rules 1 to 4). */
export function welcomeDialog({ library, team }: DialogDeps) {
  return oneTurn<Given<'welcome'>, Next>('welcome', async (turn, given) => {
    const t = turn.words();
    const language = turn.language();
    turn.answered({ greeted: true });
    const name = teamName(team, t);
    if (given.scope === 'group') {
      const text = t(turn.hasThreads ? 'welcome.thread' : 'welcome.group', { team: name });
      await turn.say({ kind: 'text', text, choices: [topics(t), person(t)] });
      return undefined;
    }
    const examples = library
      .list(language)
      .flatMap(({ featured }) => (featured ? [featured] : []))
      .sort((a, b) => a.order - b.order)
      .slice(0, EXAMPLES)
      .map(({ question }): Choice => ({ label: question, action: { kind: 'ask', question } }));
    const text = t(`welcome.${given.tone}`, { team: name });
    const resume = resumeChoices(turn.memory(), library, t, language);
    await turn.say({ kind: 'text', text, choices: [...resume, ...examples, person(t)] });
    return undefined;
  });
}
