import type { Blockquote, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type AlertKind, alertKind } from './alert-kind.js';

declare module 'mdast' {
  interface BlockquoteData {
    alert?: AlertKind | undefined;
    hProperties?: { dataAlert: AlertKind } | undefined;
  }
}

const MARKER = /^\[!(\w+)\][-+]?[ \t]*([^\n]*)(?:\n|$)/;

/** Finds the quotes that are boxes (`> [!WARNING] Title`) and marks them; the title becomes a line of its own in bold. */
export function markAlerts(tree: Root): void {
  visit(tree, 'blockquote', (quote) => {
    const [first] = quote.children;
    const [text] = first?.type === 'paragraph' ? first.children : [];
    if (first?.type !== 'paragraph' || text?.type !== 'text') return;
    const [marker, name = '', rest = ''] = MARKER.exec(text.value) ?? [];
    if (marker === undefined) return;
    becomeAlert(quote, alertKind(name) ?? 'note');
    text.value = text.value.slice(marker.length);
    // `[!TIP] **bold** words`: the title goes on behind this text.
    const hasMore = !marker.endsWith('\n') && first.children.length > 1;
    if (hasMore) text.value = rest;
    else if (rest.trim()) quote.children.unshift(boldLine(rest.trim()));
    if (text.value === '') first.children.shift();
    if (first.children[0]?.type === 'break') first.children.shift();
    if (first.children.length === 0) quote.children.splice(quote.children.indexOf(first), 1);
  });
}

export function becomeAlert(quote: Blockquote, kind: AlertKind): Blockquote {
  quote.data = { ...quote.data, alert: kind, hProperties: { dataAlert: kind } };
  return quote;
}

export function boldLine(words: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: words }] }] };
}
