import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type {} from 'remark-mdx';
import type { Options } from 'remark-rehype';
import { alertKind } from '../markdown/alert-kind.js';
import type { TakeNote } from '../source-page.js';

type Handlers = NonNullable<Options['handlers']>;
type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type State = Parameters<NonNullable<Handlers['link']>>[0];

/** Components of documentation sites that stand for an element. */
const ELEMENTS: Readonly<Record<string, string>> = {
  Image: 'img',
  Img: 'img',
  Link: 'a',
  Frame: 'figure',
  Details: 'details',
};
/** What a component is called by its attributes, in this order. */
const TITLES = ['label', 'title', 'summary', 'header', 'name', 'caption'];

/** How the components and expressions of MDX are read: by what they show. What they compute is dropped and noted. */
export function jsxHandlers(note: TakeNote): Handlers {
  const expression = (
    _: unknown,
    node: { value: string; position?: Nodes['position'] },
  ): ElementContent | undefined => {
    const [, literal] = /^\s*(?:'([^']*)'|"[^"]*"|`[^`$]*`)\s*$/.exec(node.value)
      ? [null, node.value.trim().slice(1, -1)]
      : [];
    if (literal !== undefined) return { type: 'text', value: literal };
    if (node.value.trim() && !/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value))
      note('dropped', `what "{${node.value.trim().slice(0, 40)}}" computes is not on the page`);
    return undefined;
  };
  const element = (state: State, node: Component) => asElement(node, state.all(node), note);
  return {
    mdxjsEsm: () => undefined,
    mdxFlowExpression: expression,
    mdxTextExpression: expression,
    mdxJsxFlowElement: element,
    mdxJsxTextElement: element,
  };
}

function asElement({ name, attributes, type }: Component, children: ElementContent[], note: TakeNote): Element {
  const properties: Record<string, string> = {};
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const value = typeof attribute.value === 'string' ? attribute.value : literalOf(attribute.value?.value);
    if (value !== undefined) properties[attribute.name] = value;
  }
  const tagName = name === null ? 'div' : (ELEMENTS[name] ?? name);
  if (/^[a-z][a-z0-9]*$/.test(tagName)) return { type: 'element', tagName, properties: asHtml(properties), children };
  const kind = alertKind(properties.type ?? properties.kind ?? '') ?? alertKind(tagName);
  const title = TITLES.map((each) => properties[each]).find(Boolean);
  const heading: ElementContent[] = title
    ? [
        {
          type: 'element',
          tagName: 'p',
          properties: {},
          children: [
            { type: 'element', tagName: 'strong', properties: {}, children: [{ type: 'text', value: title }] },
          ],
        },
      ]
    : [];
  if (kind)
    return {
      type: 'element',
      tagName: 'blockquote',
      properties: { dataAlert: kind },
      children: [...heading, ...children],
    };
  const { href, to, url, src, id } = properties;
  const address = href ?? to ?? url ?? (/video|embed|iframe|player/i.test(tagName) ? src : undefined);
  if (address !== undefined && heading.length > 0)
    return {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [
        {
          type: 'element',
          tagName: 'a',
          properties: { href: address },
          children: [{ type: 'text', value: title ?? '' }],
        },
        { type: 'text', value: ' ' },
        ...children,
      ],
    };
  if (/youtube/i.test(tagName) && (id ?? properties.videoId))
    return link(`https://www.youtube.com/watch?v=${id ?? properties.videoId}`, title);
  if (src !== undefined)
    return { type: 'element', tagName: 'img', properties: { src, alt: properties.alt ?? title ?? '' }, children: [] };
  if (children.length === 0 && heading.length === 0 && name !== null)
    note('dropped', `the component <${name}> shows nothing without its site`);
  return {
    type: 'element',
    tagName: type === 'mdxJsxTextElement' ? 'span' : 'div',
    properties: {},
    children: [...(type === 'mdxJsxFlowElement' ? heading : []), ...children],
  };
}

/** `{"text"}` and `{require('./a.png').default}`: the text. */
function literalOf(expression: string | undefined): string | undefined {
  return /^\s*(?:require\(\s*)?(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)\s*\)?(?:\.default)?\s*$/
    .exec(expression ?? '')
    ?.slice(1)
    .find((text) => text !== undefined);
}

/** Names of attributes as the HTML tree has them. */
function asHtml({ to, class: className, ...rest }: Record<string, string>): Record<string, string> {
  return {
    ...rest,
    ...(to === undefined ? {} : { href: to }),
    ...(className === undefined ? {} : { className }),
  };
}

const link = (href: string, title = href): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { href },
  children: [{ type: 'text', value: title }],
});
