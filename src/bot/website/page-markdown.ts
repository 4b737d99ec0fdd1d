import MarkdownIt from 'markdown-it';
import type { Html } from '../../http/html.js';

/** An article's Markdown as HTML. Markup in it stays text, and links lead to the web or to our own pages only. */
export function pageMarkdown(text: string): Html {
  return { markup: markdown.render(text) };
}

const markdown = new MarkdownIt({ html: false }).disable('image');
markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i.test(url.trim());
// The page's own title is the only h1.
markdown.renderer.rules.heading_open = (tokens, at) => `<h${deeper(tokens[at]?.tag)}>`;
markdown.renderer.rules.heading_close = (tokens, at) => `</h${deeper(tokens[at]?.tag)}>`;

const deeper = (tag = 'h1') => Math.min(6, Number(tag.slice(1)) + 2);
