import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type {} from 'remark-mdx';
import type { Options } from 'remark-rehype';
import type { TakeNote } from '../source-page.js';

type Handlers = NonNullable<Options['handlers']>;
type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type State = Parameters<NonNullable<Handlers['link']>>[0];

/** How the components and expressions of MDX are read: by what they show. What they compute is dropped and noted. */
export function jsxHandlers(note: TakeNote): Handlers {
  const expression = (_: unknown, { value }: { value: string }): ElementContent | undefined => {
    const code = value.trim();
    const literal = literalOf(code);
    if (literal !== undefined) return { type: 'text', value: literal };
    if (code && !/^\/\*[\s\S]*\*\/$/.test(code))
      note('dropped', `what "{${code.slice(0, 40)}}" computes is not on the page`);
    return undefined;
  };
  const element = (state: State, node: Component): Element => {
    const { name, attributes, type } = node;
    const properties: Record<string, string> = {};
    for (const attribute of attributes) {
      if (attribute.type !== 'mdxJsxAttribute') continue;
      const value = typeof attribute.value === 'string' ? attribute.value : literalOf(attribute.value?.value);
      if (value !== undefined) properties[attribute.name === 'class' ? 'className' : attribute.name] = value;
    }
    const plain = type === 'mdxJsxTextElement' ? 'span' : 'div';
    return { type: 'element', tagName: name?.toLowerCase() ?? plain, properties, children: state.all(node) };
  };
  return {
    mdxjsEsm: () => undefined,
    mdxFlowExpression: expression,
    mdxTextExpression: expression,
    mdxJsxFlowElement: element,
    mdxJsxTextElement: element,
  };
}

/** `"text"` and `require('./a.png').default`: the text. */
function literalOf(expression: string | undefined): string | undefined {
  const [, ...texts] =
    /^\s*(?:require\(\s*)?(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)\s*\)?(?:\.default)?\s*$/.exec(expression ?? '') ?? [];
  return texts.find((text) => text !== undefined);
}
