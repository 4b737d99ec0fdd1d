import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';

/** What a reader finds on a page, counted by a parser that the import does not use. */
export interface Contents {
  readonly words: readonly string[];
  readonly links: number;
  readonly pictures: number;
}

const markdown = new MarkdownIt({ html: true });

/** The words, links and pictures of a Markdown file with front matter; its title counts. */
export function contentsOf(file: string): Contents {
  const [block = '', yaml = ''] = /^---\n([\s\S]*?)\n---\n/.exec(file) ?? [];
  const { title = '' }: { title?: string } = parse(yaml) ?? {};
  const html = markdown.render(file.slice(block.length).replace(/^((?:>\s*)+)\[!\w+\]/gm, '$1'));
  const alternatives = [...html.matchAll(/<img src="[^"]*" alt="([^"]*)"/g)].map(([, alt = '']) => alt);
  const text = [title, ...alternatives, html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' ')].join(' ');
  return {
    words: text.replace(/&(?:amp|lt|gt|quot);/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [],
    links: html.match(/<a href="/g)?.length ?? 0,
    pictures: html.match(/<img /g)?.length ?? 0,
  };
}
