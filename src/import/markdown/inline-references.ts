import type { Definition, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const SUPERSCRIPT = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
const raised = (number: number) => [...String(number)].map((digit) => SUPERSCRIPT[Number(digit)]).join('');

/**
 * Puts the addresses of `[text][name]` into the links themselves, and footnotes behind a raised number: a section is shown
 * without the rest of its page.
 */
export function inlineReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node, index, parent) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  const footnotes = new Map<string, number>();
  const numberOf = (identifier: string) => {
    const number = footnotes.get(identifier) ?? footnotes.size + 1;
    footnotes.set(identifier, number);
    return number;
  };
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    const put = (other: PhrasingContent) => parent.children.splice(index, 1, other);
    if (node.type === 'linkReference') {
      const { url = '', title } = definitions.get(node.identifier) ?? {};
      put({ type: 'link', url, title: title ?? null, children: node.children });
    } else if (node.type === 'imageReference') {
      const { url = '', title } = definitions.get(node.identifier) ?? {};
      put({ type: 'image', url, title: title ?? null, alt: node.alt ?? '' });
    } else if (node.type === 'footnoteReference') {
      put({ type: 'text', value: raised(numberOf(node.identifier)) });
    }
  });
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const [first] = node.children;
    const mark = { type: 'text', value: `${raised(numberOf(node.identifier))} ` } as const;
    if (first?.type === 'paragraph') first.children.unshift(mark);
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}
