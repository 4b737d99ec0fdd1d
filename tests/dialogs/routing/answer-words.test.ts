import { openAnswerWords } from '../../../src/dialogs/routing/answer-words';
import type { IntentsFile } from '../../../src/knowledge/articles/read-intents';

const file = (answers: Readonly<Record<string, readonly string[]>>): IntentsFile => ({
  checks: {},
  commands: {},
  outside: [],
  answers: Object.fromEntries(Object.entries(answers).map(([word, examples]) => [word, { examples: [...examples] }])),
});
const word = openAnswerWords(
  new Map([
    ['fr', file({ yes: ['oui', "d'accord", 'ok'], no: ['non'], next: ['suivant', 'la suite'], second: ['le 2e'] })],
    ['en', file({ yes: ['yes', 'ok'], done: ['ok done', 'no'], mystery: ['abracadabra'] })],
  ]),
);

test.each([
  ['oui', 'yes'],
  ['OUI !!', 'yes'],
  ['ouiiiii', 'yes'],
  ['D’accord.', 'yes'],
  ['d accord', 'yes'],
  ['  la   suite ', 'next'],
  ['Le 2e', 'second'],
  ['👍 oui', 'yes'],
])('%j is "%s"', (text, expected) => {
  expect(word(text, 'fr')).toBe(expected);
});

test.each(['', '...', 'non, comment créer une boîte ?', 'oui mais', 'suivante', 'abracadabra'])(
  '%j is no answer word',
  (text) => {
    expect(word(text, 'fr')).toBeUndefined();
  },
);

test('words of the other languages count too, those of the conversation’s first', () => {
  expect(word('yes', 'fr')).toBe('yes');
  expect(word('no', 'en')).toBe('done');
  expect(word('non', 'en')).toBe('no');
  expect(word('oui', 'it')).toBe('yes');
});
