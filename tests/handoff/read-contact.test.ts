import fc from 'fast-check';
import { readEmail, readIntroduction, readName } from '../../src/handoff/read-contact';

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
    ['Grace Hopper <grace@example.com>', 'Grace Hopper'],
    ['Grace Hopper grace @ example.com', 'Grace Hopper'],
    ['Grace Hopper and my e-mail is grace@example.com', 'Grace Hopper'],
    ["je m'appelle Camille Roux et mon mail est camille@exemple.fr", 'Camille Roux'],
    ['Jürgen Weiß, meine E-Mail ist j@beispiel.de', 'Jürgen Weiß'],
    ['me llamo José Núñez y mi correo es jose@ejemplo.es', 'José Núñez'],
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
    ['juergen@müller.de', 'juergen@müller.de'],
    ['anna@müller-söhne.de', 'anna@müller-söhne.de'],
    ['ana@éxemple.fr', 'ana@éxemple.fr'],
    ['grace @ example.com', 'grace@example.com'],
    ['grace@ example.com', 'grace@example.com'],
    ['my mail is grace @example.com', 'grace@example.com'],
    ['grace＠example.com', 'grace@example.com'],
    ['grace＠example．com', 'grace@example.com'],
    ['grace at example dot com', 'grace@example.com'],
    ['it is grace.hopper at example dot co dot uk', 'grace.hopper@example.co.uk'],
    ['grace (at) example (dot) com', 'grace@example.com'],
    ['grace [at] example.com', 'grace@example.com'],
    ['camille arobase exemple point fr', 'camille@exemple.fr'],
    ['jose arroba ejemplo punto es', 'jose@ejemplo.es'],
    ['anna ät beispiel punkt de', 'anna@beispiel.de'],
    ['anna at beispiel Punkt de', 'anna@beispiel.de'],
    ['Grace Hopper <grace@example.com>', 'grace@example.com'],
    ['"Hopper, Grace" <grace@example.com>', 'grace@example.com'],
    ['grace@example.com.', 'grace@example.com'],
    ['grace@example.com...', 'grace@example.com'],
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
    'meet me at the office',
    'I am at work, point taken',
    'anna@müller',
    `${'a'.repeat(250)}@acme.fr`,
  ])('%j is none', (typed) => {
    expect(readEmail(typed)).toBeUndefined();
  });
});

describe('who is introduced while asking for something else', () => {
  const grace = { name: 'Grace Hopper', email: 'grace@example.com' };
  test.each([
    ["I want to talk to a human, I'm Grace Hopper, grace@example.com", grace],
    ['My name is Grace Hopper (grace@example.com) and I need a person', grace],
    ['a human please. Grace Hopper <grace@example.com>', grace],
    ['Grace Hopper, grace@example.com, a human please', grace],
    ["un conseiller svp, je m'appelle Camille Roux", { name: 'Camille Roux' }],
    ['je suis Camille Roux, camille@exemple.fr, un humain svp', { name: 'Camille Roux', email: 'camille@exemple.fr' }],
    ['Ich heiße Jürgen Weiß und brauche einen Menschen', { name: 'Jürgen Weiß' }],
    ['me llamo José Núñez, jose@ejemplo.es, quiero una persona', { name: 'José Núñez', email: 'jose@ejemplo.es' }],
    ['a person please, mail me at grace@example.com', { email: 'grace@example.com' }],
    ['I am lost, a human please', {}],
    ['Ich bin Kunde und möchte einen Menschen sprechen', {}],
    ['je suis perdu, un humain', {}],
    ['talk to a person', {}],
  ])('%j', (typed, contact) => {
    expect(readIntroduction(typed)).toEqual(contact);
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
