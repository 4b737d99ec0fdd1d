import { pageMarkdown } from '../../../src/bot/website/page-markdown';

const place = { folder: '/bot', language: 'de', pictures: ['https://shop.example'] };

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](https://evil.example/pixel.gif)',
  '[x](//evil.example)',
  '[x](vbscript:msgbox)',
])('an article cannot make the page run or load anything: %s', (text) => {
  expect(pageMarkdown(text, place).markup).not.toMatch(/<(?!\/?p>|\/a>|a href="https:)/);
});

test('what articles are written with is drawn: bold, lists, links', () => {
  const { markup } = pageMarkdown('**Fett** und [Seite](https://a.example)\n\n- eins\n- zwei', place);
  expect(markup).toContain('<strong>Fett</strong> und <a href="https://a.example">Seite</a>');
  expect(markup).toMatch(/<ul>\s*<li>eins<\/li>/);
});

test('a link to another article leads to its page, below the folder of the server', () => {
  expect(pageMarkdown('[Agenten](article:agents), [hier](/articles/de/inbox)', place).markup).toContain(
    '<a href="/bot/articles/de/agents">Agenten</a>, <a href="/bot/articles/de/inbox">hier</a>',
  );
});

test('pictures of the team’s own sites are shown, late, with their words; of others the words stay', () => {
  const { markup } = pageMarkdown(
    '![Der *Schalter*](https://shop.example/a.png) ![Fremd](https://evil.example/b.png)',
    place,
  );
  expect(markup).toContain('<img src="https://shop.example/a.png" alt="Der Schalter" loading="lazy">');
  expect(markup).toContain(' Fremd</p>');
  expect(markup.match(/<img/g)).toHaveLength(1);
});
