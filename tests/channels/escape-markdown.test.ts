import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { escapeMarkdown, unescapeMarkdown } from '../../src/channels/escape-markdown';

/** As the keenest of clients does: it also finds links that nobody marked. */
const markdown = new MarkdownIt({ linkify: true });
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
  'https://evil.example http://evil.example:8080/a?b=c#d HTTPS://EVIL.COM ftp://evil.com //evil.com',
  'www.evil.example WWW.evil.com evil.com evil.co.uk/login xn--e1awd7f.com évil.com',
  'ana@evil.example a.b+c@evil.com mailto:a@evil.com',
  'javascript:alert(1) data:text/html,x tel:+33123456789 file:///etc/passwd',
  '12:30, 3.14, 1.2.3.4, le 1.1.2026. Fin... oui.non : voilà',
])('%j is shown as typed', (typed) => {
  expect(seen(`« ${escapeMarkdown(typed)} »`)).toEqual({ text: `« ${typed} »`, marks: [] });
});

test('what is copied is what was typed: nothing unseen stands in it', () => {
  const typed = 'Ana <ana@example.org> : https://example.org/a_b*c';
  expect(escapeMarkdown(typed)).not.toMatch(/[\u200B-\u200F\u2060\uFEFF]/);
  expect(unescapeMarkdown(escapeMarkdown(typed))).toBe(typed);
});

test('ends of sentences, hours and numbers are left alone', () => {
  expect(escapeMarkdown('Bonjour. À 12:30 : 3.14 ou 1.2.3.4...')).toBe('Bonjour. À 12:30 : 3.14 ou 1.2.3.4...');
});

test('line breaks become spaces: nothing begins a list, a heading or a quotation', () => {
  expect(escapeMarkdown('a\n\n# b\r\n- c\t> d')).toBe('a \\# b - c &gt; d');
});

test('nothing that is typed becomes HTML, a link or formatting', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab*_`[]()<>&;!#\\~|{}+-"\' \n:/.1@wcom') }), (typed) => {
      expect(seen(`« ${escapeMarkdown(typed)} »`)).toEqual({ text: `« ${typed.replace(/\s+/g, ' ')} »`, marks: [] });
    }),
    { numRuns: 1000 },
  );
});
