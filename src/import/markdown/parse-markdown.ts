import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { markAlerts } from '../alerts.js';
import { fromTree } from '../html/from-tree.js';
import type { TakeNote } from '../source-page.js';
import { inlineReferences } from './inline-references.js';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const withJsx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/**
 * Markdown or MDX as a tree of Markdown alone: HTML and components in it become what they show, boxes are marked, links say
 * where they lead. MDX that is none (`<` or `{` in a text) is read as Markdown.
 */
export function parseMarkdown(text: string, format: 'markdown' | 'mdx', note: TakeNote, firstLine = 1): Root {
  const { tree, isMdx } = parsed(text, format, note, firstLine);
  markAlerts(tree);
  inlineReferences(tree);
  return isMdx || hasHtml(tree) ? fromTree(tree, note) : tree;
}

function parsed(text: string, format: 'markdown' | 'mdx', note: TakeNote, firstLine: number) {
  if (format === 'mdx' || /^import\s.+\sfrom\s+['"]|^<[A-Z]\w*[\s/>]|<[A-Za-z]\w*\s[^<>]*=\{/m.test(text)) {
    try {
      return { tree: withJsx.parse(text), isMdx: true };
    } catch (error) {
      const line = typeof error === 'object' && error !== null && 'line' in error ? Number(error.line) : NaN;
      const at = Number.isFinite(line) ? firstLine + line - 1 : undefined;
      if (format === 'mdx') note('changed', 'the components cannot be read; the page is read as plain Markdown', at);
    }
  }
  return { tree: plain.parse(text), isMdx: false };
}

/** Comments alone need no second reading: they are taken out here. */
function hasHtml(tree: Root): boolean {
  let found = false;
  visit(tree, 'html', (node, index, parent) => {
    if (/^\s*<!--[\s\S]*-->\s*$/.test(node.value) && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    found = true;
    return undefined;
  });
  return found;
}
