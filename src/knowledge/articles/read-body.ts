import MarkdownIt from 'markdown-it';
import type { ArticleSection, ArticleStep } from './article.js';

interface ArticleBody {
  readonly summary: string;
  readonly steps: readonly ArticleStep[];
  readonly sections: readonly ArticleSection[];
}

const markdown = new MarkdownIt();
const WARNING = /^\[!WARNING\]\s*/i;

/**
 * Takes an article's body apart: the summary, the numbered steps with the warnings that stand before them, the
 * sections under headings. Everything keeps its Markdown. A numbered list inside a section belongs to the section.
 */
export function readBody(source: string): ArticleBody {
  const lines = source.split('\n');
  const cut = (map: [number, number]) =>
    lines
      .slice(...map)
      .join('\n')
      .trim();
  const summary: string[] = [];
  const steps: ArticleStep[] = [];
  const sections: { title: string; body: string[] }[] = [];
  let warnings: string[] = [];

  const tokens = markdown.parse(source, {});
  for (const [i, token] of tokens.entries()) {
    if (!token.map || token.type.endsWith('_close')) continue;
    if (token.type === 'list_item_open' && token.level === 1 && sections.length === 0) {
      if (
        tokens.slice(0, i).findLast(({ level, nesting }) => level === 0 && nesting === 1)?.type !== 'ordered_list_open'
      )
        continue;
      steps.push({ number: steps.length + 1, text: dedent(cut(token.map)), warnings });
      warnings = [];
      continue;
    }
    if (token.level !== 0) continue;
    const text = cut(token.map);
    const section = sections.at(-1);
    if (token.type === 'heading_open') sections.push({ title: tokens[i + 1]?.content ?? '', body: [] });
    else if (section) section.body.push(text);
    else if (token.type === 'blockquote_open') {
      const quoted = text.replace(/^>[ \t]?/gm, '').trim();
      if (WARNING.test(quoted)) warnings.push(quoted.replace(WARNING, ''));
      else summary.push(text);
    } else if (token.type !== 'ordered_list_open') summary.push(text);
  }
  return {
    summary: summary.join('\n\n'),
    steps,
    sections: sections.map(({ title, body }) => ({ title, body: body.join('\n\n') })),
  };
}

/** Takes the list marker off an item's source and pulls its further lines to the margin. */
function dedent(item: string): string {
  const marker = /^\s*\d+[.)]\s+/.exec(item)?.[0] ?? '';
  const margin = new RegExp(`^ {1,${marker.length}}`);
  return item
    .slice(marker.length)
    .split('\n')
    .map((line) => line.replace(margin, ''))
    .join('\n')
    .trim();
}
