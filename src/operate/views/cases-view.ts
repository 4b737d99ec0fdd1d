import type { Case } from '../../handoff/case.js';
import { type Html, html } from '../../http/html.js';
import type { View, ViewRequest } from '../view.js';
import { showCase } from './case-page.js';
import { table } from './table.js';

const ON_PAGE = 50;
const STATES = ['open', 'closed'] as const;

/** Cases that customers left: those that wait first; each with its transcript, to be taken, answered and closed. */
export const casesView: View = {
  name: 'cases',
  label: (t) => t('cases.label'),
  role: 'reader',
  async show(request, office) {
    const { rest, query, t } = request;
    const [reference] = rest;
    if (reference !== undefined) {
      const found = await office.cases.find(reference);
      return found ? showCase(request, office, found) : { kind: 'not-found' };
    }
    const all = await office.cases.list();
    const state = STATES.find((each) => each === query.get('state')) ?? 'open';
    const wanted = all.filter(({ closedAt }) => (closedAt === undefined) === (state === 'open'));
    const head = ['case', 'at', 'customer', 'language', 'about', 'state'] as const;
    if (query.get('format') === 'csv') {
      const rows = all.map((one) => [
        ...[
          one.reference,
          one.at,
          one.name,
          one.email,
          one.language,
          one.title ?? one.topic ?? '',
          stateOf(one, request),
        ],
      ]);
      const names = [
        t('cases.case'),
        t('cases.at'),
        t('cases.customer'),
        t('cases.email'),
        t('cases.language'),
        t('cases.about'),
      ];
      return { kind: 'table', name: 'cases', rows: [[...names, t('cases.state')], ...rows] };
    }
    const page = Math.max(0, Math.floor(Number(query.get('page')) || 0));
    const undelivered = await office.cases.undelivered();
    const rows = wanted
      .slice(page * ON_PAGE, (page + 1) * ON_PAGE)
      .map((one) => [
        html`<a href="${request.base}/cases/${one.reference}">${one.reference}</a>`,
        ...[one.at.slice(0, 16).replace('T', ' '), one.name, one.language, one.title ?? one.topic ?? '–'],
        [stateOf(one, request), ...deliveryOf(undelivered.get(one.reference), request)].join(' '),
      ]);
    const states = STATES.map((each) =>
      each === state
        ? html`<li aria-current="true">${t(`cases.${each}`)}</li>`
        : html`<li><a href="${request.base}/cases?state=${each}">${t(`cases.${each}`)}</a></li>`,
    );
    const content = html`<ul class="links">${states}<li><a href="${request.base}/cases?format=csv" download>${t('period.csv')}</a></li></ul>
${
  rows.length > 0
    ? table(
        t(`cases.${state}`),
        head.map((key) => t(`cases.${key}`)),
        rows,
      )
    : html`<p>${t('cases.none')}</p>`
}
${pages(request, page, wanted.length, state)}`;
    return { kind: 'page', title: t('cases.title'), content };
  },
};

function stateOf({ closedAt, answers = [], claimed }: Case, { t }: ViewRequest): string {
  if (closedAt !== undefined) return t('cases.closed');
  if (answers.length > 0) return t('cases.answered');
  return claimed ? t('cases.claimedBy', { by: claimed.by }) : t('cases.waits');
}

function deliveryOf(state: 'waiting' | 'given-up' | undefined, { t }: ViewRequest): readonly string[] {
  return state === undefined ? [] : [t(state === 'waiting' ? 'cases.onItsWay' : 'cases.notReached')];
}

function pages({ t, base }: ViewRequest, page: number, count: number, state: string): Html {
  const link = (at: number, label: string) =>
    html`<li><a href="${base}/cases?state=${state}&page=${at}">${label}</a></li>`;
  const before = page > 0 ? link(page - 1, t('pages.before')) : html``;
  const after = (page + 1) * ON_PAGE < count ? link(page + 1, t('pages.after')) : html``;
  return html`<ul class="links">${before}${after}</ul>`;
}
