import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    handlers: {
      // A backslash at the end of a line would be seen where a channel draws no Markdown.
      break: () => '  \n',
      blockquote(node: Extract<RootContent, { type: 'blockquote' }>, _parent, state, info) {
        const leave = state.enter('blockquote');
        const tracker = state.createTracker(info);
        tracker.move('> ');
        tracker.shift(2);
        const inside = state.containerFlow(node, tracker.current());
        leave();
        // Other boxes are quotes on every channel; only a warning is read out by the bot.
        const marked = node.data?.alert === 'warning' ? `[!WARNING]\n${inside}` : inside;
        return marked
          .split('\n')
          .map((line) => (line ? `> ${line}` : '>'))
          .join('\n');
      },
    },
  })
  .freeze();

/** A tree as Markdown, in the form in which this product's articles are written. Ends with a line feed unless it is empty. */
export function writeMarkdown(children: readonly RootContent[]): string {
  const tree: Root = { type: 'root', children: [...children] };
  joinSoftBreaks(tree);
  return writer.stringify(tree);
}

/** Authors break lines where their editor ends; a chat shows every break. */
function joinSoftBreaks(tree: Root): void {
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(/[ \t]*\n[ \t]*/g, ' ');
  });
}
