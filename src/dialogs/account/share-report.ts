import type { Choice, Reply } from '../../channels/reply.js';
import type { ReadinessReport } from '../../checks/readiness.js';
import { checkIntent } from '../parse-intent.js';
import { again, intentChoice, person } from '../phrases/choices.js';
import { dateOf } from '../phrases/moment.js';
import { readinessRows, readinessText, readinessVerdict } from '../phrases/readiness.js';
import type { Turn } from '../turn.js';
import type { TellDeps } from './check-set.js';

/** All checks as one card, with a page of its own to print or share; no key is in either. */
export async function shareReport(
  { library, reportAddress }: TellDeps,
  readiness: ReadinessReport,
  turn: Turn,
): Promise<Reply> {
  const t = turn.words();
  const { timeZone } = turn;
  const language = turn.language();
  const rows = readinessRows(readiness, t, language, timeZone);
  const title = t('report.title', { site: readiness.site });
  const shared = {
    title,
    intro: t('report.intro'),
    language,
    rows: rows.map(({ state, sign, word, title: name, text }) => ({ state, sign, word, title: name, text })),
    footer: t('report.footer'),
    at: readiness.at,
    timeZone,
  };
  const { token, expiresAt } = await turn.stores.reports.put(shared, turn.conversation);
  const link = t('report.link', { date: dateOf(expiresAt, language, timeZone), url: reportAddress(token) });
  // The first of what is not in order comes first: the card shows all, the buttons mend one after another.
  const open = rows.filter(({ state }) => state !== 'ok').slice(0, 2);
  const choices: readonly Choice[] = [
    ...open.flatMap(({ check }) => intentChoice(checkIntent(check), library, language)),
    again('all', t),
    { label: t('look.forget'), action: { kind: 'forget-key' } },
    person(t),
  ];
  return {
    kind: 'report',
    title,
    verdict: readinessVerdict(readiness, t),
    text: `${readinessText(readiness, t, language, timeZone)}\n\n${link}`,
    rows: rows.map(({ state, sign, word, title: name, detail, line }) => ({
      state,
      sign,
      word,
      title: name,
      detail,
      line,
    })),
    choices,
  };
}
