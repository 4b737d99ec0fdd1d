import type { Nodes } from 'hast';
import type { Nodes as MarkdownNodes } from 'mdast';

type AnyNode = Nodes | MarkdownNodes;

/** Elements in each other. Those of real pages are some dozens deep; every way through a tree calls itself. */
const DEEPEST = 200;
/** The same before anything is known of a page, where nobody has looked after tags that are never closed. */
const DEEPEST_MARKUP = 1_000;

/** @throws RangeError when a tree is nested deeper than any page is, as the engine does when it is nested deeper still */
export function holdDepth(tree: Nodes | MarkdownNodes): void {
  let level: readonly AnyNode[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new RangeError('nested too deeply');
    level = level.flatMap((node): readonly AnyNode[] => ('children' in node ? node.children : []));
  }
}

/** Elements that end where they are closed, not where the next begins. */
const TAGS =
  /<(\/?)(?:div|section|article|main|span|b|i|u|em|strong|font|a|ul|ol|dl|table|blockquote|details|svg|g)\b/gi;

/** Whether markup is nested so deeply that to make a document of it takes minutes, told in one pass. */
export function isNestedTooDeeply(markup: string): boolean {
  let depth = 0;
  for (const [, closing] of markup.matchAll(TAGS)) {
    depth = Math.max(0, depth + (closing ? -1 : 1));
    if (depth > DEEPEST_MARKUP) return true;
  }
  return false;
}
