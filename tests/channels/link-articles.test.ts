import { linkArticles } from '../../src/channels/link-articles';
import type { Reply } from '../../src/channels/reply';

const linked = (reply: Reply) =>
  linkArticles(reply, (id) => `https://bot.example/articles/en/${id}`, 'https://bot.example');

test('a link to another guide leads to its page, in words and in every part of a step, on whichever channel', () => {
  const link = 'see [the inbox](article:inbox)';
  const page = 'see [the inbox](https://bot.example/articles/en/inbox)';
  expect(linked({ kind: 'text', text: link })).toMatchObject({ text: page });
  const step: object = { kind: 'step', text: link, before: [link], warnings: [link, 'no link'] };
  expect(linked(step as Reply)).toMatchObject({ text: page, before: [page], warnings: [page, 'no link'] });
});

test('a picture of the articles is found from anywhere; other links stay', () => {
  const text = '![a menu](/pictures/menu.png) [a site](https://example.org/article:inbox)';
  expect(linked({ kind: 'text', text })).toMatchObject({
    text: '![a menu](https://bot.example/pictures/menu.png) [a site](https://example.org/article:inbox)',
  });
});
