import type { Element, ElementContent } from 'hast';

/** An element of an HTML tree. */
export function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

/** A paragraph in bold: what a box or a tab is called. */
export const label = (words: string): Element => element('p', [element('strong', [{ type: 'text', value: words }])]);
