import { html } from '../../http/html.js';
import { periodOf } from '../period.js';
import type { View, ViewRequest } from '../view.js';
import { periodLinks } from './period-links.js';
import { table } from './table.js';

const MOST = 1000;
/** The reasons that customers are offered. */
const REASONS = ['other-question', 'unclear', 'differs', 'failed'] as const;

/** Answers that did not help: how often for which reason, and each with its words. */
export const unhelpfulView: View = {
  name: 'unhelpful',
  label: (t) => t('unhelpful.label'),
  role: 'reader',
  async show(request, office) {
    const { t, query } = request;
    const period = periodOf(query, office.now());
    const all = await office.insights.unhelpful(period, MOST);
    const titleOf = (article: string, language: string) => office.article(article, language)?.title ?? article;
    const head = [t('unhelpful.at'), t('unhelpful.article'), t('unhelpful.language'), t('unhelpful.reason')];
    const rows = all.map(({ at, article, language, reason }) => [
      ...[at.slice(0, 16).replace('T', ' '), titleOf(article, language), language, reasonIn(reason, request)],
    ]);
    if (query.get('format') === 'csv')
      return { kind: 'table', name: `unhelpful-${period.days}`, rows: [head, ...rows] };
    const counts = new Map<string, { title: string; counts: Map<string, number> }>();
    for (const { article, language, reason } of all) {
      const key = `${language} ${article}`;
      const entry = counts.get(key) ?? { title: `${titleOf(article, language)} (${language})`, counts: new Map() };
      const why = REASONS.find((each) => each === reason) ?? (reason === undefined ? 'none' : 'words');
      entry.counts.set(why, (entry.counts.get(why) ?? 0) + 1);
      counts.set(key, entry);
    }
    const kinds = [...REASONS, 'words', 'none'] as const;
    const total = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((a, b) => a + b, 0);
    const byArticle = [...counts.values()]
      .sort((a, b) => total(b.counts) - total(a.counts))
      .map((entry) => [entry.title, ...kinds.map((kind) => entry.counts.get(kind) ?? 0)]);
    const content = html`${periodLinks(request, 'unhelpful', period.days)}${
      all.length === 0
        ? html`<p>${t('unhelpful.noneAtAll')}</p>`
        : html`${table(t('unhelpful.byArticle'), [t('unhelpful.article'), ...kinds.map((kind) => t(`unhelpful.${kind}`))], byArticle)}
<h2>${t('unhelpful.each')}</h2>${table(t('unhelpful.each'), head, rows)}`
    }`;
    return { kind: 'page', title: t('unhelpful.title'), content };
  },
};

function reasonIn(reason: string | undefined, { t }: ViewRequest): string {
  const known = REASONS.find((each) => each === reason);
  return known ? t(`unhelpful.${known}`) : (reason ?? t('unhelpful.none'));
}
