import { plainMarkdown } from '../../../src/knowledge/articles/plain-markdown';

test.each([
  ['a link leaves its words', 'Ouvrez [le guide](https://example.com/a) ici', 'Ouvrez le guide ici'],
  ['an image leaves its description', '![Le bouton](b.png)', 'Le bouton'],
  ['bold, italic and code leave their words', '**Profil** > *Clés* > `API`', 'Profil > Clés > API'],
  [
    'lists, headings and quotations lose their marks',
    '## Titre\n- un\n* deux\n3) trois\n> quatre',
    'Titre\nun\ndeux\ntrois\nquatre',
  ],
  ['a warning is its words', '> [!WARNING]\n> Attention', 'Attention'],
  ['a table is its cells', '| a | b |\n|---|---|\n| 1 | 2 |', 'a b\n\n1 2'],
  ['underscores inside a word are spaces', 'mot_de_passe', 'mot de passe'],
  ['a number that begins a sentence stays', '2026 fut bon', '2026 fut bon'],
  ['nothing is nothing', '', ''],
])('%s', (_, markdown, plain) => {
  expect(plainMarkdown(markdown)).toBe(plain);
});
