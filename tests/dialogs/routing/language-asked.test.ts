import { openLanguageAsked } from '../../../src/dialogs/routing/language-asked';

const asked = openLanguageAsked(['fr', 'en', 'de', 'es']);

test.each([
  ['en français svp', 'fr'],
  ['francais', 'fr'],
  ['auf Französisch bitte', 'fr'],
  ['Can we speak English?', 'en'],
  ['anglais', 'en'],
  ['in inglés por favor', 'en'],
  ['auf Deutsch', 'de'],
  ['german please', 'de'],
  ['allemand', 'de'],
  ['en allemande', 'de'],
  ['ESPAÑOL', 'es'],
  ['Spanisch', 'es'],
  ['pas en anglais, en espagnol', 'es'],
  ['not French, English', 'en'],
  ['italiano', 'it'],
  ['parlez-vous italien ?', 'it'],
  ['niederländisch', 'nl'],
])('%j asks for %s', (text, code) => {
  expect(asked(text)).toBe(code);
});

test.each(['', 'ma boîte', 'frankly', 'de en fr es', 'English-speaking'.slice(0, 4), '123'])(
  '%j asks for none',
  (text) => {
    expect(asked(text)).toBeUndefined();
  },
);

test('a language is known by the names of our languages only', () => {
  expect(openLanguageAsked(['fr'])('German')).toBeUndefined();
  expect(openLanguageAsked([])('français')).toBeUndefined();
});
