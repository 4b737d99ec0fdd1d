import fc from 'fast-check';
import { readEmail, readName } from '../../src/handoff/read-contact';

describe('a name', () => {
  test.each([
    ['Ana Martin', 'Ana Martin'],
    ["je m'appelle Ana Martin", 'Ana Martin'],
    ['Je m’appelle Ana.', 'Ana'],
    ['je suis Jean-Luc', 'Jean-Luc'],
    ["c'est Ana !", 'Ana'],
    ["moi c'est Ana", 'Ana'],
    ["mon nom c'est Ana", 'Ana'],
    ['mon nom est Ana', 'Ana'],
    ['My name is Bob O’Neil', 'Bob O’Neil'],
    ["I'm Bob", 'Bob'],
    ["it's Bob", 'Bob'],
    ['this is Bob', 'Bob'],
    ['Ich heiße Jürgen', 'Jürgen'],
    ['ich heisse Jürgen', 'Jürgen'],
    ['Ich bin Jürgen', 'Jürgen'],
    ['mein Name ist Jürgen', 'Jürgen'],
    ['me llamo José', 'José'],
    ['mi nombre es José', 'José'],
    ['soy José', 'José'],
    ['  Ana \n Martin ', 'Ana Martin'],
    ['Ana, ana@acme.fr', 'Ana'],
    ['李小龙', '李小龙'],
    ['مريم', 'مريم'],
    // Names that begin like a phrase.
    ['Soyer', 'Soyer'],
    ['Iman', 'Iman'],
    ['Cestac', 'Cestac'],
  ])('%j is %j', (typed, name) => {
    expect(readName(typed)).toBe(name);
  });

  test.each(['', '   ', '12345', '!!!', '😀', 'ana@acme.fr', 'a'.repeat(101)])('%j is none', (typed) => {
    expect(readName(typed)).toBeUndefined();
  });
});

describe('an e-mail address', () => {
  test.each([
    ['ana@acme.fr', 'ana@acme.fr'],
    ["c'est ana@acme.fr merci", 'ana@acme.fr'],
    ['Ana.Martin+desk@Acme.FR.', 'ana.martin+desk@acme.fr'],
    ['Ana <ana@acme.fr>', 'ana@acme.fr'],
    ['(ana@acme.fr)', 'ana@acme.fr'],
    ['mailto:ana@acme.fr', 'ana@acme.fr'],
    ['[ana@acme.fr](mailto:ana@acme.fr)', 'ana@acme.fr'],
    ['mon mail:ana@acme.fr!', 'ana@acme.fr'],
    ['ana_b-c@sub.acme.co.uk', 'ana_b-c@sub.acme.co.uk'],
    ["o'neil@acme.ie", "o'neil@acme.ie"],
    ['écrivez à <a href="mailto:ana@acme.fr">ana@acme.fr</a>', 'ana@acme.fr'],
    ['« ana@acme.fr »', 'ana@acme.fr'],
    ['«ana@acme.fr»', 'ana@acme.fr'],
    ['ana@acme.fr ou bob@acme.fr', 'ana@acme.fr'],
  ])('%j is %j', (typed, email) => {
    expect(readEmail(typed)).toBe(email);
  });

  test.each([
    '',
    'ana',
    'ana@',
    '@acme.fr',
    'ana@acme',
    'ana acme.fr',
    'ana@acme..fr',
    'ana@@acme.fr',
    `${'a'.repeat(250)}@acme.fr`,
  ])('%j is none', (typed) => {
    expect(readEmail(typed)).toBeUndefined();
  });
});

test('whatever is typed, reading it never fails, and an address that is read is one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(readName(typed) ?? 'a').toMatch(/\p{L}/u);
      expect(readEmail(`${typed} x@y.fr`)).toMatch(/^\S+@\S+\.\S+$/);
    }),
  );
});

test('10 kB without an address are read through once', () => {
  for (const part of ['a', 'a@', '@', 'a.', ' ', '<']) expect(readEmail(part.repeat(10_000))).toBeUndefined();
});
