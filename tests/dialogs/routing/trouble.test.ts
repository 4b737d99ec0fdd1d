import { openTrouble } from '../../../src/dialogs/routing/trouble';

const examples = (...phrases: string[]) => ({
  checks: {},
  commands: {},
  outside: [],
  answers: { trouble: { examples: phrases } },
});
const trouble = openTrouble(
  new Map([
    ['fr', examples('ça marche pas', 'marche pas')],
    ['en', examples("can't find it")],
  ]),
);

test.each([
  ['ça marche pas', 'only'],
  ['Ca marche pas !!', 'only'],
  ['euh ça marche pas', 'only'],
  ["I CAN'T FIND IT", 'only'],
  ['le bouton de la page ne marche pas', 'among-others'],
])('“%s” says that it does not work: %s', (text, expected) => {
  expect(trouble(text)).toBe(expected);
});

test.each(['', '…', 'ça marche', 'démarche passée', 'suivant'])('“%s” does not', (text) => {
  expect(trouble(text)).toBeUndefined();
});

test('a knowledge base without such phrases never finds any', () => {
  expect(openTrouble(new Map())('ça marche pas')).toBeUndefined();
});
