import type { Reply } from '../../channels/reply.js';
import type { ReadinessReport } from '../../checks/readiness.js';
import { again, person } from '../phrases/choices.js';
import { readinessRows, readinessText, readinessVerdict } from '../phrases/readiness.js';
import type { Turn } from '../turn.js';
import type { TellDeps } from './check-set.js';
import { openChoices, shareReport } from './share-report.js';

/** All checks as one card, with a page of its own; no key is in either. */
export async function readinessReply(deps: TellDeps, readiness: ReadinessReport, turn: Turn): Promise<Reply> {
  const t = turn.words();
  const language = turn.language();
  const { at, site } = readiness;
  const rows = readinessRows(readiness, t, language, turn.timeZone);
  const title = t('report.title', { site });
  const link = await shareReport(deps, { title, intro: t('report.intro'), rows, at }, turn);
  return {
    kind: 'report',
    title,
    verdict: readinessVerdict(readiness, t),
    text: `${readinessText(readiness, t, language, turn.timeZone)}\n\n${link}`,
    rows: rows.map(({ check: _, text: _text, ...row }) => row),
    choices: [
      ...openChoices(rows, deps.library, turn),
      again('all', t),
      { label: t('look.forget'), action: { kind: 'forget-key' } },
      person(t),
    ],
  };
}
