import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { escapeMarkdown } from '../../../src/dialogs/phrases/escape-markdown';

const markdown = new MarkdownIt({ linkify: false });
/** What a customer sees of a Markdown sentence: the words, when nothing in it became formatting. */
function seen(sentence: string): { readonly text: string; readonly marks: readonly string[] } {
  const inline = markdown.parse(sentence, {}).flatMap(({ children }) => children ?? []);
  return {
    text: inline.map(({ content }) => content).join(''),
    marks: inline.filter(({ type }) => !['text', 'text_special'].includes(type)).map(({ type }) => type),
  };
}

test.each([
  '**gras** _italique_ `code` ~barré~',
  '[cliquez](https://evil.example) ![x](y)',
  '<script>alert(1)</script> <b>x</b> &lt; &amp; &nbsp;',
  '<https://evil.example>',
  'a | b \\ c # d + e ! f',
  '1\\. 2) [ ] {x}',
])('%j is shown as typed', (typed) => {
  expect(seen(`« ${escapeMarkdown(typed)} »`)).toEqual({ text: `« ${typed} »`, marks: [] });
});

test('line breaks become spaces: nothing begins a list, a heading or a quotation', () => {
  expect(escapeMarkdown('a\n\n# b\r\n- c\t> d')).toBe('a \\# b - c &gt; d');
});

test('nothing that is typed becomes HTML, a link or formatting', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab*_`[]()<>&;!#\\~|{}+-"\' \n:/.1') }), (typed) => {
      expect(seen(`« ${escapeMarkdown(typed)} »`)).toEqual({ text: `« ${typed.replace(/\s+/g, ' ')} »`, marks: [] });
    }),
    { numRuns: 1000 },
  );
});
