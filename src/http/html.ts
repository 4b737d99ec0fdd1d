/** Markup that is safe to put into a page. Only {@link html} makes it. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose values are escaped, unless they are markup already. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: texts.map((text, at) => text + markupOf(parts[at] ?? '')).join('') };
}

function markupOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') {
    return String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
  }
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('\n');
}
