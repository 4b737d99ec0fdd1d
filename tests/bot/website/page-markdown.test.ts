import { pageMarkdown } from '../../../src/bot/website/page-markdown';

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](https://evil.example/pixel.gif)',
  '[x](//evil.example)',
  '[x](vbscript:msgbox)',
])('an article cannot make the page run or load anything: %s', (text) => {
  expect(pageMarkdown(text).markup).not.toMatch(/<(?!\/?p>|\/a>|a href="https:)/);
});

test('what articles are written with is drawn: bold, lists, links', () => {
  const { markup } = pageMarkdown('**Fett** und [Seite](https://a.example)\n\n- eins\n- zwei');
  expect(markup).toContain('<strong>Fett</strong> und <a href="https://a.example">Seite</a>');
  expect(markup).toMatch(/<ul>\s*<li>eins<\/li>/);
});
