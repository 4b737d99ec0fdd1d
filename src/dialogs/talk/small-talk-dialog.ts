import type { Reply } from '../../channels/reply.js';
import type { DialogDeps } from '../dialog-deps.js';
import { type Given, type Next, NOT_UNDERSTOOD } from '../dialog-start.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { languagesSpoken } from '../phrases/languages-spoken.js';
import { minutesText } from '../phrases/moment.js';
import { teamName } from '../phrases/team-name.js';
import type { Words } from '../phrases/words.js';
import type { Turn } from '../turn.js';
import { oneTurn } from '../waterfall.js';

/** Thanks, goodbye, help and the like: a sentence, and always a way on (rule 9). */
export function smallTalkDialog({ library, team, accounts, retentionDays }: DialogDeps) {
  const privacy = (t: Words, language: string) => {
    const name = teamName(team, t);
    const kept = [
      ...(accounts ? [t('privacy.key', { minutes: minutesText(accounts.keptMinutes, language) })] : []),
      t('privacy.conversation', { days: retentionDays, team: name }),
      t('privacy.questions'),
    ];
    return [t('privacy.intro'), kept.join('\n'), t('privacy.rights', { team: name })].join('\n\n');
  };

  const onward = (text: string, turn: Turn): Reply => ({
    kind: 'text',
    text,
    choices: [
      ...resumeChoices(turn.memory(), library, turn.words(), turn.language()),
      topics(turn.words()),
      person(turn.words()),
    ],
  });

  return oneTurn<Given<'small'>, Next>('small', async (turn, given) => {
    const t = turn.words();
    const text = {
      help: () =>
        t('help.text', {
          team: teamName(team, t),
          languages: languagesSpoken(library.languages, turn.language(), t),
        }),
      thanks: () => t('small.thanks'),
      goodbye: () => t('small.goodbye'),
      privacy: () => privacy(t, turn.language()),
      empty: () => t('unknown.empty'),
      'nothing-to-resume': () => t('steps.nothing'),
    }[given.what]();
    // The list of topics brings the buttons under a help text.
    if (given.what === 'help') {
      await turn.say({ kind: 'text', text });
      return { dialog: 'topics' };
    }
    if (given.what === 'goodbye' && (await accounts?.keys.forget(turn.conversation))) {
      await turn.say({ kind: 'text', text: t('look.forgotten') });
    }
    if ((given.what === 'empty' || given.what === 'nothing-to-resume') && turn.fellBack() > 1) return NOT_UNDERSTOOD;
    await turn.say(onward(text, turn));
    return undefined;
  });
}
