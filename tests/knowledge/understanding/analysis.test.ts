import { rulesOf } from '../../../src/knowledge/understanding/languages/rules-of.js';
import { detectLanguage } from '../../../src/knowledge/understanding/text/detect-language.js';
import { createProductFinder } from '../../../src/knowledge/understanding/text/find-products.js';
import { foldText } from '../../../src/knowledge/understanding/text/fold-text.js';
import { createFinder } from '../../../src/knowledge/understanding/text/fuzzy.js';
import { openLexicon } from '../../../src/knowledge/understanding/text/lexicon.js';
import { createSpeller, editsBetween } from '../../../src/knowledge/understanding/text/speller.js';
import { splitText } from '../../../src/knowledge/understanding/text/split-text.js';

const stem = (language: string, word: string) => openLexicon(language).entry(foldText(word)).stem;

describe('Folding', () => {
  test('takes case, accents, ligatures and typographic apostrophes away', () => {
    expect(foldText('Œuvre ÉTÉ straße l’été')).toBe("oeuvre ete strasse l'ete");
    expect(foldText('a\ud800b')).toBe('a b');
  });

  test('no message becomes many times longer by what it is folded to', () => {
    expect(foldText('\ufdfa'.repeat(10_000)).length).toBeLessThanOrEqual(40_000);
    expect(foldText('\ud55c'.repeat(100))).toHaveLength(300);
    expect(foldText('(\ufdfa) déclencheurs')).toMatch(/\) declencheurs$/);
  });
});

describe('Stems', () => {
  test.each([
    ['fr', 'déclencheurs', 'déclencheur'],
    ['en', 'notifications', 'notification'],
    ['de', 'Benachrichtigungen', 'Benachrichtigung'],
    ['es', 'desactivados', 'desactivar'],
  ])('join the forms of a word (%s: %s, %s)', (language, one, other) => {
    expect(stem(language, one)).toBe(stem(language, other));
  });

  test('leave words of other languages whole', () => {
    expect(stem('xx', 'Tickets')).toBe('tickets');
  });

  test.each([
    ['fr', 'pas'],
    ['fr', 'plus'],
    ['fr', 'sans'],
    ['en', 'not'],
    ['en', 'without'],
    ['de', 'nicht'],
    ['de', 'ohne'],
    ['es', 'sin'],
  ])('of a negation are forms that the understanding sees (%s: %s)', (language, word) => {
    expect(Object.values(rulesOf(language).forms).flat()).toContain(word);
  });
});

describe('A text', () => {
  test('is cut into words, elided articles apart', () => {
    expect(splitText("J'ai l'agent", rulesOf('fr')).words).toEqual(['j', 'ai', 'l', 'agent']);
  });

  test('is cut into clauses at the end of sentences and at "but"', () => {
    const { words, clauses } = splitText('We move on friday but the rules are on. Where are they?', rulesOf('en'));
    expect(clauses.map(([from, to]) => words.slice(from, to).join(' '))).toEqual([
      'we move on friday',
      'but the rules are on',
      'where are they',
    ]);
  });

  test('of endless length keeps its beginning and its end', () => {
    const { words } = splitText(`first ${'and so on '.repeat(2000)} last`, rulesOf('en'));
    expect(words[0]).toBe('first');
    expect(words.at(-1)).toBe('last');
    expect(words.length).toBeLessThanOrEqual(1000);
  });
});

describe('The speller', () => {
  const words = new Map([
    ['trigger', 9],
    ['notification', 5],
    ['agent', 7],
    ['quelqu', 2],
    ['boite', 6],
  ]);
  const spell = createSpeller({ words, spelling: new Map([['kelkun', "quelqu'un"]]), rules: rulesOf('fr') });

  test.each([
    ['triger', 'trigger'],
    ['tirgger', 'trigger'],
    ['notifcation', 'notification'],
    ['kelkun', "quelqu'un"],
    ['bouate', undefined],
    ['agent', undefined],
    ['zzzzzz', undefined],
  ])('reads %s as %s', (written, read) => {
    expect(spell(written)).toBe(read);
  });

  test('counts letters to change, and stops where it does not matter any more', () => {
    expect(editsBetween('trigger', 'tirgger', 2)).toBe(1);
    expect(editsBetween('trigger', 'agent', 2)).toBe(3);
  });
});

describe('A language', () => {
  const languages = ['de', 'en', 'es', 'fr'];
  test.each([
    ['Comment désactiver les déclencheurs ?', 'fr'],
    ['how do I turn off the triggers', 'en'],
    ['Wie schalte ich die Trigger ab?', 'de'],
    ['¿Cómo desactivo los disparadores?', 'es'],
    ['koman on fait pour couper les regles', 'fr'],
    ['wo finde ich den api key', 'de'],
  ])('is told by a sentence: %s', (text, language) => {
    expect(detectLanguage(text, { languages, hint: 'en' }).language).toBe(language);
  });

  test.each(['inbox', 'ok', 'API', '42'])('of the single word %s is the hint', (text) => {
    expect(detectLanguage(text, { languages, hint: 'de' }).language).toBe('de');
  });

  test.each(['как отключить триггеры', '如何关闭', '', 'Come posso disattivare il trigger per il mio agente'])(
    'that is not ours has no confidence: %s',
    (text) => {
      expect(detectLanguage(text, { languages, hint: 'es' })).toEqual({ language: 'es', confidence: 0 });
    },
  );
});

describe('Another product', () => {
  const find = createProductFinder({
    en: { products: { ours: ['Teamwork Desk', 'desk'], others: ['Zendesk', 'Zoho Desk', 'Front', 'Monday'] } },
  });
  const roles = (text: string) =>
    find(splitText(text, rulesOf('en')).words).map(({ name, role }) => `${name}: ${role}`);

  test('is what the question is about, or where the customer comes from', () => {
    expect(roles('turn off triggers in zendesk')).toEqual(['Zendesk: other']);
    expect(roles('we move from zendesk, how do I turn triggers off')).toEqual(['Zendesk: origin']);
    expect(roles('zendesk and teamwork desk')).toEqual(['Zendesk: origin', 'Teamwork Desk: ours']);
  });

  test.each([
    ['en', 'the yes/no fields we had in zendesk, do I make them myself'],
    ['en', 'a checkbox in zendesk, what is that over here'],
    ['fr', "Ahmed avait son adresse zendesk, je l'inscris avec laquelle"],
    ['fr', 'un champ oui/non chez zendesk, ça devient quel type ici'],
    ['de', 'die Felder, die wir in zendesk hatten, lege ich die selbst an'],
    ['de', 'was in zendesk ein Kästchen ist, was ist das bei euch'],
    ['es', 'los campos que tenía en zendesk, los creo yo'],
    ['es', 'una casilla de zendesk, qué es aquí'],
  ])('that was there before, or is set against here, is where they come from (%s: %s)', (_, text) => {
    expect(roles(text)).toEqual(['Zendesk: origin']);
  });

  test.each([
    'zendesk no me deja crear agentes',
    'here at acme we use zendesk, how do I turn off triggers',
    'can zendesk alter fields',
    'was kostet zendesk',
    'hier dans zendesk impossible de créer un agent',
  ])('that the question is about stays another (%s)', (text) => {
    expect(roles(text)).toEqual(['Zendesk: other']);
  });

  test('is not a part of its name, nor an everyday word', () => {
    expect(roles('agents in zoho desk')).toEqual(['Zoho Desk: other']);
    expect(roles('can you check by monday')).toEqual([]);
    expect(roles('rules in front')).toEqual(['Front: other']);
  });
});

describe('A label', () => {
  const find = createFinder(['Yes, check it', 'No', 'Une étape après l’autre', 'Everything at once'], (label) => label);
  test.each([
    ['une etape apres lautre', 'Une étape après l’autre'],
    ['evrything at once', 'Everything at once'],
    ['no', 'No'],
  ])('is found by %s', (text, label) => {
    expect(find(text)[0]?.item).toBe(label);
  });

  test('is perfect when it is typed as it stands, and absent when nothing is like it', () => {
    expect(find('Everything at once')[0]?.score).toBeCloseTo(1);
    expect(find('zzzz')).toEqual([]);
    expect(find('')).toEqual([]);
  });
});
