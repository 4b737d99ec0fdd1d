import { escapeMarkdown } from '../../channels/escape-markdown.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import type { Memory } from '../memory.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { dayAndTime } from '../phrases/moment.js';
import { teamName } from '../phrases/team-name.js';
import type { Turn } from '../turn.js';
import { oneTurn } from '../waterfall.js';

/** "When will they answer?": what is known of the case that was sent, and by when, as long as that time has not passed; no time that nobody promised. */
export function caseDialog({ library, team, handoffs }: DialogDeps) {
  return oneTurn<Given<'case'>, Next>('case', async (turn) => {
    const t = turn.words();
    const { sent } = turn.memory();
    turn.answered();
    const name = teamName(team, t);
    const text = sent ? await stateText(sent, turn) : t('handoff.noCase', { team: name });
    const ways = resumeChoices(turn.memory(), library, t, turn.language());
    await turn.say({ kind: 'text', text, choices: [...ways, topics(t), person(t)] });
    return undefined;
  });

  async function stateText({ reference, email, answerBy }: NonNullable<Memory['sent']>, turn: Turn): Promise<string> {
    const t = turn.words();
    const fields = { reference, team: teamName(team, t), email: escapeMarkdown(email) };
    const write = team.email === undefined ? [] : [t('handoff.write', { email: team.email })];
    switch (await handoffs.progress(reference)) {
      case 'told':
        if (answerBy === undefined || Date.parse(answerBy) <= turn.now.getTime()) return t('handoff.status', fields);
        return t('handoff.statusBy', { ...fields, when: dayAndTime(answerBy, turn.language(), turn.timeZone) });
      case 'kept':
        return t('handoff.statusKept', fields);
      case 'waiting':
        return [t('handoff.statusWaits', fields), ...write].join(' ');
      case 'given-up':
        return [t('handoff.statusGivenUp', fields), ...write].join(' ');
    }
  }
}
