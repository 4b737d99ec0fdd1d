import type { Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { TakeNote } from '../source-page.js';
import { fromHtml } from './from-tree.js';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** The HTML of an article, without the page around it, as Markdown's tree. */
export function parseHtml(html: string, note: TakeNote): Root {
  return fromHtml(parser.parse(html), note);
}
