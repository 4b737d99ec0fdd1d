import type { OperateWords } from '../dialogs/phrases/words.js';
import { OUTCOMES } from '../insights/logbook.js';
import type { WeekFigures } from '../insights/week-figures.js';

/** A week's figures as the team reads them, in the terminal and by e-mail. */
export function weekLetter(week: WeekFigures, t: OperateWords): { readonly subject: string; readonly text: string } {
  const { from, to, questions, outcomes, before, languages, channels, unanswered, failing } = week;
  const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
  const listed = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name || t('today.unknown')} ${count}`)
      .join(', ') || '–';
  const lines = [
    `${t('today.questions')}: ${questions} (${t('week.before', { value: before.questions })})`,
    ...OUTCOMES.map(
      (name) => `${t(`outcome.${name}`)}: ${outcomes[name]} (${t('week.before', { value: before.outcomes[name] })})`,
    ),
    '',
    `${t('week.languages')}: ${listed(languages)}`,
    `${t('week.channels')}: ${listed(channels)}`,
    ...(unanswered.length > 0 ? ['', t('week.unanswered')] : []),
    ...unanswered.map(({ text, language, times }) => `  ${times} × ${text.replace(/\s+/g, ' ')} (${language})`),
    ...(failing.length > 0 ? ['', t('week.failing')] : []),
    ...failing.map(({ article, language, outcomes: came, unhelpful }) =>
      [
        `  ${article} (${language}):`,
        `${t('outcome.failed')} ${came.failed}, ${t('outcome.handed-off')} ${came['handed-off']},`,
        `${t('articles.unhelpful')} ${unhelpful}`,
      ].join(' '),
    ),
  ];
  return { subject: t('week.subject', { from: from.slice(0, 10), to: last }), text: `${lines.join('\n')}\n` };
}
