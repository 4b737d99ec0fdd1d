import { type Html, html } from '../../http/html.js';
import { SPANS } from '../period.js';
import type { ViewRequest } from '../view.js';

/** The periods to choose from, and the figures as a file. */
export function periodLinks({ t, base }: ViewRequest, view: string, days: number): Html {
  const links = SPANS.toSorted((a, b) => a - b).map((span) =>
    span === days
      ? html`<li aria-current="true">${t('period.days', { count: span })}</li>`
      : html`<li><a href="${base}/${view}?days=${span}">${t('period.days', { count: span })}</a></li>`,
  );
  return html`<ul class="links" aria-label="${t('period.label')}">${links}<li><a href="${base}/${view}?days=${days}&format=csv" download>${t('period.csv')}</a></li></ul>`;
}
