import { normaliseDialect } from '../../../src/import/markdown/normalise-dialect';
import { parseMarkdown } from '../../../src/import/markdown/parse-markdown';
import { writeMarkdown } from '../../../src/import/markdown/write-markdown';

/** A page as the import writes it, and what is said about it. */
function read(text: string, format: 'markdown' | 'mdx' = 'markdown') {
  const notes: string[] = [];
  const note = (kind: string, message: string, line?: number) => notes.push(`${kind} ${line ?? '?'}: ${message}`);
  const tree = parseMarkdown(normaliseDialect(text, { note, title: 'The page' }), format, note);
  return { text: writeMarkdown(tree.children).trim(), notes };
}

describe('a box beside the text is a warning or a quote, whatever generator wrote it', () => {
  it.each([
    ['GitHub', '> [!CAUTION]\n> Save first.', '> [!WARNING]\n> Save first.'],
    ['Eleventy, with a title', '> [!TIP] Astuce\n> Save first.', '> **Astuce**\n>\n> Save first.'],
    [
      'Docusaurus',
      ':::danger[Mind the gap]\n\nSave first.\n\n:::',
      '> [!WARNING]\n> **Mind the gap**\n>\n> Save first.',
    ],
    ['Docusaurus, one in another', '::::note\nA\n\n:::warning\nB\n:::\n\n::::', '> A\n>\n> > [!WARNING]\n> > B'],
    ['VitePress', '::: warning\nSave first.\n:::', '> [!WARNING]\n> Save first.'],
    [
      'MkDocs',
      '!!! warning "Mind"\n\n    Save first.\n\n    - a\n\nAfter.',
      '> [!WARNING]\n> **Mind**\n>\n> Save first.\n>\n> - a\n\nAfter.',
    ],
    ['MkDocs, folded', '??? info\n    Save first.', '> Save first.'],
    ['Hugo', '{{< hint type="warning" >}}\nSave first.\n{{< /hint >}}', '> [!WARNING]\n> Save first.'],
    [
      'Hugo, with a title',
      '{{% alert title="Mind" color="warning" %}}\nSave first.\n{{% /alert %}}',
      '> [!WARNING]\n> **Mind**\n>\n> Save first.',
    ],
    ['Jekyll, an include', '{% include warning.html content="Save first." %}', '> [!WARNING]\n> Save first.'],
    ['kramdown', '{: .warning }\nSave first.', '> [!WARNING]\n> Save first.'],
    ['HTML', '<div class="alert alert-danger"><p>Save <b>first</b>.</p></div>', '> [!WARNING]\n> Save **first**.'],
    [
      'MDX',
      '<Admonition type="caution" title="Mind">\n\nSave first.\n\n</Admonition>',
      '> [!WARNING]\n> **Mind**\n>\n> Save first.',
    ],
    [
      'within a list',
      '1. Open\n\n   :::warning\n   Save first.\n   :::\n\n2. Close',
      '1. Open\n\n   > [!WARNING]\n   > Save first.\n\n2. Close',
    ],
  ])('%s', (_, source, expected) => {
    expect(read(source).text).toBe(expected);
  });
});

it.each([
  [
    'tabs of MkDocs keep their names',
    '=== "npm"\n\n    Type it.\n\n=== "yarn"\n\n    Say it.',
    '**npm**\n\nType it.\n\n**yarn**\n\nSay it.',
  ],
  ['tabs of MDX, too', '<Tabs>\n<TabItem label="npm">\n\nType it.\n\n</TabItem>\n</Tabs>', '**npm**\n\nType it.'],
  [
    'what opens on a click is open, under a heading',
    '<details>\n<summary>More</summary>\n\nText.\n\n</details>',
    '#### More\n\nText.',
  ],
  [
    'an embedded video is a link',
    '<iframe src="https://www.youtube.com/embed/abc123?rel=0" title="How to"></iframe>',
    '[How to](https://www.youtube.com/watch?v=abc123)',
  ],
  [
    'a video of Hugo is one, too',
    '{{< youtube abc123 >}}',
    '[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)',
  ],
  ['a figure is a picture', '{{< figure src="a.png" alt="The menu" >}}', '![The menu](a.png)'],
  [
    'a picture of MDX keeps its words',
    '<img src={require("./a.png").default} alt="The menu" />',
    '![The menu](./a.png)',
  ],
  [
    'links by name say where they lead',
    'See [here][1].\n\n[1]: https://example.com/a',
    'See [here](https://example.com/a).',
  ],
  ['a footnote goes behind a raised number', 'Text[^a].\n\n[^a]: The note.', 'Text¹.\n\n¹ The note.'],
  ['lines that an editor broke are one', 'One\ntwo\nthree', 'One two three'],
  ['a hard break stays', 'One  \ntwo', 'One  \ntwo'],
  [
    'anchors and classes go',
    '## Title {#own-id}\n\nText [a](https://b.example){:target="_blank"}',
    '## Title\n\nText [a](https://b.example)',
  ],
  ['Jekyll’s base address goes', '[a]({{ site.baseurl }}/b) [c]({% link _docs/d.md %})', '[a](/b) [c](_docs/d.md)'],
  ['the title of the page is said', 'About {{ page.title }}.', 'About The page.'],
  ['comments go', 'A\n\n<!-- to do -->\n\nB', 'A\n\nB'],
  ['a table stays', '| A | B |\n|---|--:|\n| 1 | `a|b` |', expect.stringContaining('| A | B |')],
  [
    'code is nobody’s dialect',
    '```\n::: warning\n{{ page.title }}\n<div>\n:::\n```',
    '```\n::: warning\n{{ page.title }}\n<div>\n:::\n```',
  ],
  ['nor in a line', 'Type `{{< hint >}}` and `{% raw %}`.', 'Type `{{< hint >}}` and `{% raw %}`.'],
  ['braces of an example stay', 'Write {{ name }} there.', 'Write {{ name }} there.'],
])('%s', (_, source, expected) => {
  expect(read(source)).toEqual({ text: expected, notes: [] });
});

it.each([
  [
    'a part of another file',
    'A\n\n{% include nav.html %}',
    'A',
    ['dropped 3: a part of another file is not brought in: nav.html'],
  ],
  [
    'a snippet of MkDocs',
    '--8<-- "a.txt"\n\nA',
    'A',
    ['dropped 1: a part of another file is not brought in: --8<-- "a.txt"'],
  ],
  [
    'a short code of a theme',
    'A {{< gallery >}}',
    'A',
    ['dropped 1: the tag "gallery" says nothing outside its generator'],
  ],
  ['a component', '<Chart />\n\nA', 'A', ['dropped ?: the component "<chart>" shows nothing without its site']],
])('what cannot come along is said with its line: %s', (_, source, text, notes) => {
  expect(read(source)).toEqual({ text, notes });
});

it('MDX that is none is read as Markdown, and said', () => {
  const { text, notes } = read('A {broken\n\n**b**', 'mdx');
  expect(text).toContain('**b**');
  expect(notes).toEqual(['changed 1: the components cannot be read; the page is read as plain Markdown']);
});

it.each(['1. TOC\n{:toc}', '- TOC\n{:toc .large}', '* This becomes the contents\n{: toc }'])(
  'a table of contents that kramdown makes is left out with its heading: %s',
  (marker) => {
    expect(read(`Before.\n\n## Contents\n{: .no_toc }\n\n${marker}\n\nAfter.`).text).toBe('Before.\n\nAfter.');
  },
);

it('a list that names a table of contents stays', () => {
  expect(read('## Parts\n\n1. TOC\n2. Text').text).toBe('## Parts\n\n1. TOC\n2. Text');
});
