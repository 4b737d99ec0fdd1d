import { html } from '../../http/html.js';
import type { View } from '../view.js';
import { table } from './table.js';

const MOST = 500;

/** Who did what. */
export const auditView: View = {
  name: 'audit',
  label: (t) => t('audit.label'),
  role: 'admin',
  async show({ t, query }, office) {
    const entries = await office.audit.list(MOST);
    const head = [t('audit.at'), t('audit.name'), t('audit.what'), t('audit.subject')];
    const rows = entries.map(({ at, name, what, subject }) => [at, name, what, subject ?? '–']);
    if (query.get('format') === 'csv') return { kind: 'table', name: 'audit', rows: [head, ...rows] };
    const content = html`<p><a href="?format=csv" download>${t('period.csv')}</a></p>${table(t('audit.title'), head, rows)}`;
    return { kind: 'page', title: t('audit.title'), content };
  },
};
