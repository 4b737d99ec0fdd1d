import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { type AlertKind, alertKind } from '../alert-kind.js';
import type { TakeNote } from '../source-page.js';
import { asShown, isComponent } from './component.js';
import { element } from './element.js';

/** Elements that are no text of a page. */
const NO_TEXT = new Set(
  'script style template noscript head link meta button input select textarea form canvas object svg'.split(' '),
);
const PLAYERS = new Set(['iframe', 'video', 'embed', 'audio']);
/** Words of a class that say that a box is meant, beside the one that says which. */
const BOX = /admonition|alert|callout|note|panel|message|notice|infobox|hint|tip|warning|custom-block|important/i;

/** Makes a tree plain: what Markdown has no word for becomes what it shows. */
export function simplifyElements(tree: Root, note: TakeNote): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const replace = (...nodes: ElementContent[]) => {
      parent.children.splice(index, 1, ...nodes);
      return index;
    };
    const { tagName, properties } = node;
    if (NO_TEXT.has(tagName)) {
      // Buttons of a page copy, rate or fold; a form asks. A site's own words in them are not the article's.
      if (tagName === 'form') note('dropped', 'a form works on its own site only');
      replace();
      return [SKIP, index];
    }
    if (isComponent(tagName)) return replace(...asShown(node, note));
    if (PLAYERS.has(tagName)) return replace(...player(node));
    if (tagName === 'details') return replace(...opened(node));
    if (tagName === 'img') keepPicture(node);
    const kind = boxKind(node);
    if (kind) {
      node.tagName = 'blockquote';
      node.properties = { dataAlert: kind };
    }
    // An anchor without an address is a place, not a link.
    if (tagName === 'a' && !properties.href) return replace(...node.children);
    if (tagName === 'a' && isMark(node)) return replace();
    return undefined;
  });
}

function boxKind({ tagName, properties }: Element): AlertKind | undefined {
  if (!['div', 'aside', 'p', 'section', 'blockquote', 'table'].includes(tagName) || properties.dataAlert)
    return undefined;
  const classes = [properties.className ?? []].flat().map(String);
  if (tagName === 'table' || !classes.some((name) => BOX.test(name))) return undefined;
  const words = classes.flatMap((name) => name.split(/[-_]+/));
  const kinds = words.flatMap((word) => alertKind(word) ?? []);
  return kinds.find((kind) => kind === 'warning') ?? kinds.find((kind) => kind === 'tip') ?? kinds[0];
}

/** A sign beside a heading that leads to the heading itself: `¶`, `#`, a zero-width space. */
function isMark({ properties, children }: Element): boolean {
  const words = children.map((child) => (child.type === 'text' ? child.value : '.')).join('');
  return String(properties.href).startsWith('#') && /^[\s#¶§🔗\u200B]*$/u.test(words);
}

/** What plays on the page becomes a link to it. */
function player({ properties, children }: Element): readonly ElementContent[] {
  const source = children.find((child): child is Element => child.type === 'element' && child.tagName === 'source');
  const address = String(properties.src ?? properties.dataSrc ?? source?.properties.src ?? '');
  if (!address) return [];
  const watch = address
    .replace(
      /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*/,
      'https://www.youtube.com/watch?v=$1',
    )
    .replace(/^(?:https?:)?\/\/player\.vimeo\.com\/video\/(\d+).*/, 'https://vimeo.com/$1');
  const title = String(properties.title ?? '').trim();
  return [element('p', [element('a', [{ type: 'text', value: title || watch }], { href: watch })])];
}

/** What opens on a click is open; what it is called becomes a heading, so that it can be asked for. */
function opened({ children }: Element): readonly ElementContent[] {
  const summary = children.find((child): child is Element => child.type === 'element' && child.tagName === 'summary');
  const heading = summary?.children.filter((child) => child.type !== 'element' || !/^h\d$/.test(child.tagName)) ?? [];
  const own = summary?.children.find(
    (child): child is Element => child.type === 'element' && /^h\d$/.test(child.tagName),
  );
  return [...(own ? [own] : summary ? [element('h4', heading)] : []), ...children.filter((child) => child !== summary)];
}

/** Pictures that a page loads late have their address elsewhere. */
function keepPicture(node: Element): void {
  const { src, dataSrc, dataOriginal, srcSet } = node.properties;
  const isLate = !src || /^data:/.test(String(src));
  const late = dataSrc ?? dataOriginal ?? String(srcSet ?? '').split(/\s/)[0];
  if (isLate && late) node.properties.src = String(late);
}
