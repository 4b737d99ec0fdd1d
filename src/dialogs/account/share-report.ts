import type { Choice } from '../../channels/reply.js';
import type { Report, ReportRow } from '../../checks/report.js';
import type { ArticleLibrary } from '../article-library.js';
import { checkIntent } from '../parse-intent.js';
import { intentChoice } from '../phrases/choices.js';
import { dateOf } from '../phrases/moment.js';
import type { Turn } from '../turn.js';
import type { TellDeps } from './check-set.js';

/** How many of the checks that are not in order the buttons of a report lead to. */
const MOST_OPEN = 2;

/** Gives a report a page of its own to print or share, which goes with the conversation; the sentence that names it. */
export async function shareReport(
  { reportAddress }: TellDeps,
  { title, intro, rows, at }: Pick<Report, 'title' | 'intro' | 'rows' | 'at'>,
  turn: Turn,
): Promise<string> {
  const t = turn.words();
  const language = turn.language();
  const { timeZone } = turn;
  const shared = rows.map(({ state, sign, word, title: name, text }) => ({ state, sign, word, title: name, text }));
  const { token, expiresAt } = await turn.stores.reports.put(
    { title, intro, language, rows: shared, footer: t('report.footer'), at, timeZone },
    turn.conversation,
  );
  return t('report.link', { date: dateOf(expiresAt, language, timeZone), url: reportAddress(token) });
}

/** To the first checks that are not in order: the card shows all, the buttons mend one after another. */
export function openChoices(
  rows: readonly (Pick<ReportRow, 'state'> & { readonly check: string })[],
  library: ArticleLibrary,
  turn: Turn,
): readonly Choice[] {
  const open = rows.filter(({ state }) => state !== 'ok').slice(0, MOST_OPEN);
  return open.flatMap(({ check }) => intentChoice(checkIntent(check), library, turn.language()));
}
