import { type Html, html } from '../../http/html.js';

type Cell = Html | string | number;

/** A table with a caption; a number stands at the right. Wide ones scroll, with the keyboard, too. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  const cells = (row: readonly Cell[]) =>
    row.map((cell, at) => {
      const number = typeof cell === 'number' ? html` class="number"` : html``;
      return at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${number}>${cell}</td>`;
    });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table></div>`;
}
