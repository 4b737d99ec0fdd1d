import { html } from '../../http/html.js';
import { OUTCOMES } from '../../insights/logbook.js';
import { failuresOf } from '../../insights/week-figures.js';
import { articleAddress } from '../../knowledge/articles/article-address.js';
import { periodOf } from '../period.js';
import { mayAct } from '../role.js';
import type { View } from '../view.js';
import { periodLinks } from './period-links.js';
import { table } from './table.js';

/** Which articles are used, and which fail: those that failed most often first when asked. */
export const articlesView: View = {
  name: 'articles',
  label: (t) => t('articles.label'),
  role: 'reader',
  async show(request, office) {
    const { t, query, base } = request;
    const period = periodOf(query, office.now());
    const uses = await office.insights.articles(period);
    const byFailure = query.get('by') === 'failure';
    const sorted = byFailure ? uses.toSorted((a, b) => failuresOf(b) - failuresOf(a)) : uses;
    const outcomes = OUTCOMES.map((outcome) => t(`outcome.${outcome}`));
    const head = [
      ...[t('articles.article'), t('articles.language'), t('articles.shown'), ...outcomes],
      ...[t('articles.helpful'), t('articles.unhelpful')],
    ];
    const figures = (use: (typeof uses)[number]) => [
      ...[use.language, use.shown, ...OUTCOMES.map((outcome) => use.outcomes[outcome]), use.helpful, use.unhelpful],
    ];
    if (query.get('format') === 'csv')
      return {
        kind: 'table',
        name: `articles-${period.days}`,
        rows: [head, ...sorted.map((use) => [use.article, ...figures(use)])],
      };
    const mayEdit = mayAct(request.operator, 'editor');
    const rows = sorted.map((use) => {
      const article = office.article(use.article, use.language);
      const title = article?.title ?? use.article;
      const link = `${office.website}${articleAddress(use.language, use.article)}`;
      const edit = html` <a href="${base}/edit?${new URLSearchParams({ language: use.language, intent: use.article }).toString()}" aria-label="${t('teach.edit')}: ${title}">${t('teach.edit')}</a>`;
      const name = html`<a href="${link}" lang="${use.language}">${title}</a>${mayEdit ? edit : ''}`;
      return [article ? name : title, ...figures(use)];
    });
    const order = (by: string, label: string, isOn: boolean) =>
      isOn
        ? html`<li aria-current="true">${label}</li>`
        : html`<li><a href="${base}/articles?days=${period.days}&by=${by}">${label}</a></li>`;
    const content = html`${periodLinks(request, 'articles', period.days)}
<ul class="links" aria-label="${t('articles.order')}">${order('use', t('articles.byUse'), !byFailure)}${order('failure', t('articles.byFailure'), byFailure)}</ul>
${rows.length > 0 ? table(t('articles.title'), head, rows) : html`<p>${t('articles.none')}</p>`}`;
    return { kind: 'page', title: t('articles.title'), content };
  },
};
