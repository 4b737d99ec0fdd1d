import MarkdownIt from 'markdown-it';
import { areSteps } from './are-steps.js';
import type { ArticleSection, ArticleStep } from './article.js';

interface ArticleBody {
  readonly summary: string;
  readonly steps: readonly ArticleStep[];
  readonly sections: readonly ArticleSection[];
  /** The sections that the steps stand in (0 is the first), where they do not stand before the first heading. */
  readonly stepsIn: readonly number[];
}

interface OpenSection {
  readonly title: string;
  readonly body: string[];
  /** The items of its numbered lists. */
  readonly steps: ArticleStep[];
}

const markdown = new MarkdownIt();
const WARNING = /^\[!WARNING\]\s*/i;

/** A heading that counts steps, and what it says besides. */
const COUNTED = /^(?:step|étape|etape|schritt|paso)\s+\d+\s*[.:)–—-]*\s*/i;

/**
 * Takes an article's body apart: the summary, the numbered steps with the warnings that stand before them, the
 * sections under headings. Everything keeps its Markdown. Without steps before the first heading they are those of the one section
 * that has a numbered list of what is to be done, or the sections whose headings count them ("Step 1: …"); they stay in their sections, too.
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
  const sections: OpenSection[] = [];
  let warnings: string[] = [];

  const tokens = markdown.parse(source, {});
  for (const [i, token] of tokens.entries()) {
    if (!token.map || token.type.endsWith('_close')) continue;
    if (token.type === 'list_item_open' && token.level === 1) {
      if (
        tokens.slice(0, i).findLast(({ level, nesting }) => level === 0 && nesting === 1)?.type !== 'ordered_list_open'
      )
        continue;
      const into = sections.at(-1)?.steps ?? steps;
      into.push({ number: into.length + 1, text: dedent(cut(token.map)), warnings });
      warnings = [];
      continue;
    }
    if (token.level !== 0) continue;
    const text = cut(token.map);
    const section = sections.at(-1);
    const quoted = token.type === 'blockquote_open' ? text.replace(/^>[ \t]?/gm, '').trim() : '';
    if (WARNING.test(quoted)) warnings.push(quoted.replace(WARNING, ''));
    if (token.type === 'heading_open') {
      sections.push({ title: tokens[i + 1]?.content ?? '', body: [], steps: [] });
      warnings = [];
    } else if (section) section.body.push(text);
    else if (token.type === 'blockquote_open') {
      if (!WARNING.test(quoted)) summary.push(text);
    } else if (token.type !== 'ordered_list_open') summary.push(text);
  }
  return {
    summary: summary.join('\n\n'),
    sections: sections.map(({ title, body }) => ({ title, body: body.join('\n\n') })),
    ...(steps.length > 0 ? { steps, stepsIn: [] } : stepsOf(sections)),
  };
}

/** The steps that stand under headings of their own; none where two ways stand side by side. */
function stepsOf(sections: readonly OpenSection[]): Pick<ArticleBody, 'steps' | 'stepsIn'> {
  const counted = [...sections.entries()].filter(([, { title, body }]) => COUNTED.test(title) && body.length > 0);
  if (counted.length > 1)
    return {
      stepsIn: counted.map(([at]) => at),
      steps: counted.map(([, { title, body }], i) => ({
        number: i + 1,
        text: [title.replace(COUNTED, ''), ...body].filter(Boolean).join('\n\n'),
        warnings: [],
      })),
    };
  const [way, second] = [...sections.entries()].filter(([, { steps }]) => areSteps(steps.map(({ text }) => text)));
  return way === undefined || second !== undefined
    ? { steps: [], stepsIn: [] }
    : { steps: way[1].steps, stepsIn: [way[0]] };
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
