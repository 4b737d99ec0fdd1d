import { html } from '../../http/html.js';
import { periodOf } from '../period.js';
import type { View } from '../view.js';
import { periodLinks } from './period-links.js';
import { table } from './table.js';

const KINDS = ['ok', 'problem', 'unknown'] as const;

/** What was found when customers had their accounts looked at: by check and kind, nothing of any account. */
export const checksView: View = {
  name: 'checks',
  label: (t) => t('checks.label'),
  role: 'reader',
  async show(request, office) {
    const { t, query } = request;
    const period = periodOf(query, office.now());
    const found = await office.insights.findings(period);
    const head = [t('checks.check'), ...KINDS.map((kind) => t(`checks.${kind}`))];
    const rows = [...new Set(found.map(({ check }) => check))].map((check) => [
      check,
      ...KINDS.map((kind) => found.find((each) => each.check === check && each.kind === kind)?.looks ?? 0),
    ]);
    if (query.get('format') === 'csv') return { kind: 'table', name: `checks-${period.days}`, rows: [head, ...rows] };
    const content = html`${periodLinks(request, 'checks', period.days)}
${rows.length > 0 ? table(t('checks.title'), head, rows) : html`<p>${t('checks.none')}</p>`}`;
    return { kind: 'page', title: t('checks.title'), content };
  },
};
