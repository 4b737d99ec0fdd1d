import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeRemark from 'rehype-remark';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { becomeAlert } from '../alerts.js';
import type { TakeNote } from '../source-page.js';
import { holdDepth } from './hold-depth.js';
import { jsxHandlers } from './jsx-handlers.js';
import { simplifyElements } from './simplify-elements.js';

const toRaw = unified().use(rehypeRaw).freeze();
const toMarkdown = unified()
  .use(rehypeRemark, {
    handlers: {
      blockquote(state, node) {
        const quote = { type: 'blockquote', children: state.toFlow(state.all(node)) } as const;
        const kind = node.properties.dataAlert;
        const made = { ...quote, children: quote.children.filter((child) => child.type !== 'definition') };
        return kind === 'warning' || kind === 'tip' || kind === 'note' ? becomeAlert(quote, kind) : made;
      },
    },
  })
  .freeze();

/** Markdown with HTML or components in it as Markdown alone. */
export function fromTree(tree: Root, note: TakeNote): Root {
  const html = unified()
    .use(remarkRehype, { allowDangerousHtml: true, handlers: jsxHandlers(note) })
    .runSync(tree);
  return fromHtml(toRaw.runSync(html), note);
}

/**
 * HTML as Markdown: boxes marked, videos as links, what a page does beside its text left out.
 * @throws RangeError when it is nested too deeply
 */
export function fromHtml(html: HtmlRoot, note: TakeNote): Root {
  holdDepth(html);
  simplifyElements(html, note);
  return toMarkdown.runSync(html);
}
