import { escapeMarkdown } from '../../channels/escape-markdown.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { teamName } from '../phrases/team-name.js';
import { oneTurn } from '../waterfall.js';

/** "When will they answer?": what is known of the case that was sent, and no time that nobody promised. */
export function caseDialog({ library, team }: DialogDeps) {
  return oneTurn<Given<'case'>, Next>('case', async (turn) => {
    const t = turn.words();
    const { sent } = turn.memory();
    turn.answered();
    const name = teamName(team, t);
    const text = sent
      ? t('handoff.status', { reference: sent.reference, team: name, email: escapeMarkdown(sent.email) })
      : t('handoff.noCase', { team: name });
    const ways = resumeChoices(turn.memory(), library, t, turn.language());
    await turn.say({ kind: 'text', text, choices: [...ways, topics(t), person(t)] });
    return undefined;
  });
}
