import type { Article } from '../../knowledge/articles/article.js';
import { plainMarkdown } from '../../knowledge/articles/plain-markdown.js';
import { contentStems } from '../../knowledge/understanding/text/content-stems.js';

/** The place of an article that a search is about: its words, and which of them were asked for. */
export interface Passage {
  /** The section that it stands in; undefined for the beginning and the steps. */
  readonly heading: string | undefined;
  readonly parts: readonly { readonly text: string; readonly isFound: boolean }[];
}

/** Characters of a passage that are shown, and how many of them before the first word that was asked for. */
const LONGEST = 240;
const BEFORE = 80;
/** Paragraphs of one article that are looked at. */
const MOST_PARAGRAPHS = 200;

/** The paragraph that has most of the words asked for, the first one of several; the beginning when none has any. */
export function findPassage(article: Article, query: string): Passage {
  const { language } = article;
  const wanted = new Set(contentStems(query, language));
  const stems = new Map<string, boolean>();
  const isWanted = (word: string) => {
    const known = stems.get(word) ?? contentStems(word, language).some((stem) => wanted.has(stem));
    stems.set(word, known);
    return known;
  };
  const paragraphs = paragraphsOf(article).slice(0, MOST_PARAGRAPHS);
  const counted = paragraphs.map((paragraph) => {
    const found = contentStems(`${paragraph.heading ?? ''} ${paragraph.text}`, language);
    return { paragraph, count: found.filter((stem) => wanted.has(stem)).length };
  });
  const best = counted.reduce<(typeof counted)[number] | undefined>(
    (first, each) => (first && first.count >= each.count ? first : each),
    undefined,
  );
  const { text = '', heading } = best?.paragraph ?? {};
  const parts = partsOf(text, isWanted);
  return { heading: best && best.count > 0 ? heading : undefined, parts: cut(parts) };
}

interface Paragraph {
  readonly heading: string | undefined;
  readonly text: string;
}

function paragraphsOf({ summary, steps, sections }: Article): readonly Paragraph[] {
  const split = (markdown: string, heading?: string) =>
    plainMarkdown(markdown)
      .split(/\n+/)
      .filter((text) => text.trim() !== '')
      .map((text): Paragraph => ({ heading, text }));
  return [
    ...split(summary),
    ...steps.flatMap(({ text, warnings }) => split([text, ...warnings].join('\n'))),
    ...sections.flatMap(({ title, body }) => split(body, title)),
  ];
}

function partsOf(text: string, isWanted: (word: string) => boolean): Passage['parts'] {
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, isFound: /^[\p{L}\p{N}]/u.test(part) && isWanted(part) }));
}

/** As much as is shown, whole words of it, from shortly before the first word that was asked for. */
function cut(parts: Passage['parts']): Passage['parts'] {
  const at = Math.max(
    0,
    parts.findIndex(({ isFound }) => isFound),
  );
  let from = at;
  for (let before = 0; from > 0; from--) {
    before += parts[from - 1]?.text.length ?? 0;
    if (before > BEFORE) break;
  }
  let to = from;
  for (let length = 0; to < parts.length; to++) {
    length += parts[to]?.text.length ?? 0;
    if (length > LONGEST) break;
  }
  const dots = { text: '…', isFound: false };
  return [...(from > 0 ? [dots] : []), ...parts.slice(from, to), ...(to < parts.length ? [dots] : [])];
}
