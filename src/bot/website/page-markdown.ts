import MarkdownIt from 'markdown-it';
import type { Html } from '../../http/html.js';
import { articleAddress } from '../../knowledge/articles/article-address.js';

/** Where a page stands, for what its words lead to. */
export interface PagePlace {
  /** Before the path of each of our own addresses. */
  readonly folder: string;
  readonly language: string;
  /** Origins whose pictures are shown: the team's own. */
  readonly pictures: readonly string[];
}

/**
 * An article's Markdown as HTML. Markup in it stays text, links lead to the web or to our own pages only (`article:id` to that
 * article), pictures are the team's own; of others the alternative text stays.
 */
export function pageMarkdown(text: string, place: PagePlace): Html {
  return { markup: markdown.render(text, place) };
}

/**
 * The first picture of a text that is shown and that other sites show, too, which take no drawings (SVG): its absolute address.
 * @param site where browsers find our own addresses
 */
export function firstPicture(text: string, { pictures }: PagePlace, site: string): string | undefined {
  // Most texts have none, and are parsed to be drawn anyway.
  if (!text.includes('![')) return undefined;
  const source = markdown
    .parse(text, {})
    .flatMap(({ children }) => children?.filter(({ type }) => type === 'image') ?? [])
    .map((image) => image.attrGet('src') ?? '')
    .find((each) => isShown(each, pictures) && !/\.svg(?:[?#]|$)/i.test(each));
  return source !== undefined && OWN.test(source) ? site + source : source;
}

const ARTICLE = /^article:([a-z0-9-]+)$/;
/** A path of ours; with two slashes it would be a host. */
const OWN = /^\/(?![/\\])/;

const markdown = new MarkdownIt({ html: false });
markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:|#)/i.test(url.trim()) || OWN.test(url) || ARTICLE.test(url);
// The page's own title is the only h1.
markdown.renderer.rules.heading_open = (tokens, at) => `<h${deeper(tokens[at]?.tag)}>`;
markdown.renderer.rules.heading_close = (tokens, at) => `</h${deeper(tokens[at]?.tag)}>`;
markdown.renderer.rules.link_open = (tokens, at, options, { folder, language }: PagePlace, self) => {
  const href = tokens[at]?.attrGet('href') ?? '';
  const [, article] = ARTICLE.exec(href) ?? [];
  if (article !== undefined) tokens[at]?.attrSet('href', `${folder}${articleAddress(language, article)}`);
  else if (OWN.test(href)) tokens[at]?.attrSet('href', folder + href);
  return self.renderToken(tokens, at, options);
};
markdown.renderer.rules.image = (tokens, at, options, { pictures, folder }: PagePlace, self) => {
  const image = tokens[at];
  const words = self.renderInlineAsText(image?.children ?? [], options, {});
  const source = image?.attrGet('src') ?? '';
  if (!image || !isShown(source, pictures)) return markdown.utils.escapeHtml(words);
  if (OWN.test(source)) image.attrSet('src', folder + source);
  image.attrSet('alt', words);
  image.attrSet('loading', 'lazy');
  return self.renderToken(tokens, at, options);
};

const isShown = (source: string, pictures: readonly string[]) =>
  OWN.test(source) || (URL.canParse(source) && pictures.includes(new URL(source).origin));

const deeper = (tag = 'h1') => Math.min(6, Number(tag.slice(1)) + 2);
