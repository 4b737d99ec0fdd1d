import type { Element, ElementContent } from 'hast';
import { alertKind } from '../alert-kind.js';
import type { TakeNote } from '../source-page.js';
import { element, label } from './element.js';

const HTML = new Set(
  `a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2
  h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd label legend li link listing main map mark marquee math menu meta
  meter nav nobr noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rbc rp rt rtc ruby s samp
  script search section select slot small source spacer span strike strong style sub summary sup svg table tbody td template textarea
  tfoot th thead time title tr track tt u ul var video wbr xmp`.split(/\s+/),
);
/** Components of documentation sites that stand for an element. */
const ELEMENTS: Readonly<Record<string, string>> = { frame: 'figure', expandable: 'details', detail: 'details' };
/** What a component is called, by the first of these that it has. */
const TITLES = ['label', 'title', 'summary', 'header', 'heading', 'name', 'caption'];

/** Whether a name is no element of HTML: a component of a site, such as `<Tabs>` or `<Admonition>`. */
export const isComponent = (tagName: string): boolean => !HTML.has(tagName);

/** What a component shows: its title, its contents, its picture or link. One that shows nothing without its site is noted. */
export function asShown(node: Element, note: TakeNote): readonly ElementContent[] {
  const { tagName, children } = node;
  const given = (name: string) => String(node.properties[name] ?? '').trim() || undefined;
  const title = TITLES.map(given).find(Boolean);
  const named = title ? [label(title), { type: 'text' as const, value: ' ' }] : [];
  const kind = alertKind(given('type') ?? given('kind') ?? given('variant') ?? '') ?? alertKind(tagName);
  if (kind) return [element('blockquote', [...named, ...children], { dataAlert: kind })];
  const same = ELEMENTS[tagName];
  if (same === 'details')
    return [element('details', [element('summary', [{ type: 'text', value: title ?? '' }]), ...children])];
  const isVideo = /video|embed|iframe|player|youtube|vimeo/.test(tagName);
  const video = given('videoId') ?? given('videoid') ?? given('id');
  const watch = /youtube/.test(tagName) && video ? `https://www.youtube.com/watch?v=${video}` : undefined;
  const address = given('href') ?? given('to') ?? given('url') ?? watch ?? (isVideo ? given('src') : undefined);
  if (address !== undefined) {
    const words = title ? [{ type: 'text' as const, value: title }] : [];
    const inside =
      words.length > 0 ? words : children.length > 0 ? children : [{ type: 'text' as const, value: address }];
    const link = element('a', [...inside], { href: address });
    return title && children.length > 0 ? [element('p', [link]), ...children] : [link];
  }
  const picture = given('src');
  if (picture !== undefined)
    return [element('img', [], { src: picture, alt: given('alt') ?? title ?? '' }), ...children];
  if (children.length === 0 && named.length === 0)
    note('dropped', `the component "<${tagName}>" shows nothing without its site`);
  return [element(same ?? 'div', [...named, ...children])];
}
