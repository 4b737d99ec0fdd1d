import { type Html, html } from '../../http/html.js';

export interface Series {
  readonly label: string;
  readonly values: readonly number[];
}

/** A chart that the page's script draws, with what its days are called; the numbers are in the table of the page, for whoever sees no chart. */
export function chart(title: string, day: string, days: readonly string[], series: readonly Series[]): Html {
  const data = JSON.stringify({ day, days, series });
  return html`<figure class="chart" data-chart="${data}"><figcaption>${title}</figcaption></figure>`;
}
