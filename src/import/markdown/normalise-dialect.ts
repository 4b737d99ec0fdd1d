import type { TakeNote } from '../source-page.js';
import { type Container, openContainer } from './containers.js';
import { inlineCodes } from './inline-codes.js';

interface Context {
  readonly note: TakeNote;
  /** The title of the page, for `{{ page.title }}`. */
  readonly title: string;
}

const FENCE = /^\s*(?:>\s*)*(`{3,}|~{3,})/;

/**
 * Turns what generators add to Markdown (boxes of Docusaurus, VitePress and MkDocs, short codes of Hugo, tags of Jekyll and
 * Eleventy, marks of kramdown) into GitHub's Markdown, so that one parser reads them all. Code stays as it is.
 * @param firstLine of the text in its file, for notes
 */
export function normaliseDialect(text: string, context: Context, firstLine = 1): string {
  return convert(text.replace(/\r\n?/g, '\n').split('\n'), context, firstLine).join('\n');
}

function convert(lines: readonly string[], context: Context, firstLine: number): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      const end = endOfFence(lines, at, fence);
      out.push(...lines.slice(at, end));
      at = end - 1;
      continue;
    }
    const container = openContainer(lines, at);
    if (container) {
      const note: TakeNote = (kind, message) => context.note(kind, message, firstLine + at);
      out.push(
        ...drawn(container, convert(container.body, { ...context, note: context.note }, firstLine + at + 1), note),
      );
      at = container.end - 1;
      continue;
    }
    if (isContents(line, lines[at + 1])) {
      dropHeading(out);
      continue;
    }
    const number = firstLine + at;
    const clean = inlineCodes(line, {
      title: context.title,
      note: (kind, message) => context.note(kind, message, number),
    });
    // A line that held nothing but a tag leaves none behind: an empty one would part what belongs together.
    if (clean.trim() !== '' || line.trim() === '') out.push(clean);
  }
  return out;
}

/** A list that kramdown replaces by the page's headings: its only item is a placeholder. */
const isContents = (line: string, next = '') =>
  /^\s*(?:[-*+]|\d+\.)\s/.test(line) && /^\s*\{:\s*toc\b[^}]*\}\s*$/.test(next);

/** Takes away the heading at the end that nothing stands under any more: "Table of contents". */
function dropHeading(out: string[]): void {
  const at = out.findLastIndex((line) => line.trim() !== '');
  if (/^#{2,6}\s/.test(out[at] ?? '')) out.length = at;
}

/** The line behind a fence; one that is never closed ends with the text. */
function endOfFence(lines: readonly string[], at: number, fence: string): number {
  const closing = new RegExp(`^\\s*(?:>\\s*)*${fence[0]}{${fence.length},}\\s*$`);
  for (let end = at + 1; end < lines.length; end++) if (closing.test(lines[end] ?? '')) return end + 1;
  return lines.length;
}

function drawn({ indent, ...box }: Container, body: readonly string[], note: TakeNote): readonly string[] {
  const lines = (() => {
    switch (box.kind) {
      case 'alert':
        return [`> [!${box.alert.toUpperCase()}] ${box.title}`.trim(), ...body.map((line) => `> ${line}`.trimEnd())];
      case 'labelled':
        return ['', ...(box.title ? [`**${box.title}**`, ''] : []), ...body];
      case 'code':
        return [`\`\`\`${box.title}`, ...box.body, '```'];
      case 'removed':
        note('dropped', box.title);
        return [];
      case 'plain':
        return [...body];
    }
  })();
  return lines.length === 0 ? [] : ['', ...lines.map((line) => (line ? `${indent}${line}` : line)), ''];
}
