import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAnswerWords } from '../../../src/dialogs/routing/answer-words';
import type { Intents } from '../../../src/knowledge/articles/extend-intents';
import { readIntents } from '../../../src/knowledge/articles/read-intents';

const file = (answers: Readonly<Record<string, readonly string[]>>): Pick<Intents, 'answers'> => ({
  answers: Object.fromEntries(Object.entries(answers).map(([word, examples]) => [word, { examples: [...examples] }])),
});
const made = openAnswerWords(
  new Map([
    ['fr', file({ yes: ['oui', "d'accord", 'ok'], no: ['non'], next: ['suivant', 'la suite'], second: ['le 2e'] })],
    ['en', file({ yes: ['yes', 'ok'], done: ['ok done', 'no'], mystery: ['abracadabra'] })],
  ]),
);
const word = (text: string, language: string) => {
  const read = made.read(text, language);
  return read?.kind === 'word' ? read.word : undefined;
};

test.each([
  ['oui', 'yes'],
  ['OUI !!', 'yes'],
  ['ouiiiii', 'yes'],
  ['D’accord.', 'yes'],
  ['d accord', 'yes'],
  ['  la   suite ', 'next'],
  ['Le 2e', 'second'],
  ['👍 oui', 'yes'],
  ['suivnat', 'next'],
])('%j is "%s"', (text, expected) => {
  expect(word(text, 'fr')).toBe(expected);
});

test.each(['', '...', 'non, comment créer une boîte ?', 'oui mais', 'abracadabra'])('%j is no answer word', (text) => {
  expect(word(text, 'fr')).toBeUndefined();
});

test('words of the other languages count too, those of the conversation’s first', () => {
  expect(word('yes', 'fr')).toBe('yes');
  expect(word('no', 'en')).toBe('done');
  expect(word('non', 'en')).toBe('no');
  expect(word('oui', 'it')).toBe('yes');
});

const shipped = openAnswerWords(
  new Map(
    ['fr', 'en', 'de', 'es'].map((language) => {
      const path = join(__dirname, '..', '..', '..', 'locales', language, 'intents.yml');
      const read = readIntents(path, readFileSync(path, 'utf8'));
      if (read.kind !== 'loaded') throw new Error(`${path} cannot be read`);
      return [language, read.value];
    }),
  ),
);

/** What is typed, by what it answers and the language of the conversation. */
const TYPED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  yes: {
    en: ['yes please', 'sure, thanks', '👍', '👍🏽', '✅', 'yes 👍', 'yes that is right'],
    fr: ["d'accord allez-y", "oui s'il vous plaît", 'bien sûr, allez-y', '👍🏿', 'oui c’est ça'],
    de: ['ja bitte', 'ja gerne, danke', 'ok mach das', '👌', 'ja genau', 'klar, danke'],
    es: ['sí por favor', 'claro, adelante', '✔️', 'sí, de acuerdo'],
  },
  ok: {
    en: ['ok then', 'ok 🙂', 'Okay!!', 'looks good to me'],
    fr: ['ok merci', 'oki svp', "d'accord", 'ça me va'],
    de: ['ok danke', 'passt so', 'alles klar'],
    es: ['vale, gracias', 'está bien', 'perfecto'],
  },
  later: {
    en: ['not yet, thanks', 'hold on', 'just a sec please', 'not just yet', 'no, not now'],
    fr: ['pas encore', 'attendez une minute', 'plus tard svp', 'non pas maintenant', 'pas tout de suite svp'],
    de: ['noch nicht', 'warte kurz', 'später bitte', 'bitte noch nicht', 'nein, jetzt noch nicht'],
    es: ['todavía no', 'espera un momentito', 'mejor luego', 'no, todavía no', 'aún no gracias'],
  },
  no: {
    en: ['no thanks', 'nope 👎', '👎🏾', '❌', "don't send it", 'do not send it please'],
    fr: ['non merci', '👎', "ne l'envoyez pas", 'ne pas envoyer'],
    de: ['nein danke', '✖️', 'nicht senden', 'bitte nicht abschicken'],
    es: ['no gracias', '❌', 'para nada'],
  },
  send: {
    en: [
      'send it please',
      'yes, send it to them',
      'please send',
      'send it now',
      'ok send',
      'sned it please',
      'sure send it',
    ],
    fr: ["envoyez s'il vous plaît", 'oui envoyez', 'ok envoie', "d'accord, envoyez-le", 'envoyé svp', 'envoyez le svp'],
    de: ['ja bitte abschicken', 'bitte senden', 'ok, schicken Sie es ab', 'ja schick es ihnen', 'abschiken bitte'],
    es: ['envíelo por favor', 'sí, envíelo', 'mándelo ya', 'vale, envíalo', 'enviar por favor', 'envielo porfa'],
  },
  next: {
    en: ['next step please', 'ok next', 'next, thanks', 'nxet', 'go on please', 'done, next', '➡️'],
    fr: ['suivant svp', "étape suivante s'il vous plaît", 'ok la suite', 'suivnat', 'la suite merci', '▶️'],
    de: ['weiter bitte', 'nächster Schritt bitte', 'ok weiter', 'bitte den nächsten Schritt', 'fertig, weiter'],
    es: ['siguiente por favor', 'el siguiente paso por favor', 'vale, siguiente', 'siguinete', 'ya, siguiente'],
  },
  steps: {
    en: ['step by step please', 'yes, step by step', 'one at a time please'],
    fr: ['pas à pas svp', "étape par étape s'il vous plaît", 'oui, étape par étape'],
    de: ['Schritt für Schritt bitte', 'bitte Schritt für Schritt', 'ja, Schritt für Schritt'],
    es: ['paso a paso por favor', 'sí, paso a paso', 'paso a paso porfa'],
  },
  first: {
    en: ['one', 'the first one', 'one please', 'the first', 'first please', 'number one'],
    fr: ['une', 'la première', 'le premier svp', 'la première merci'],
    de: ['eins', 'das erste', 'das erste bitte', 'den ersten bitte'],
    es: ['uno', 'la primera', 'el primero por favor'],
  },
  second: {
    en: ['two', 'the second one please', 'second please'],
    fr: ['deux', 'la deuxième', 'la deuxième svp'],
    de: ['zwei', 'das zweite bitte', 'die zweite'],
    es: ['dos', 'la segunda por favor', 'el segundo'],
  },
  fourth: {
    en: ['four', 'the fourth one'],
    fr: ['quatre', 'la quatrième'],
    de: ['vier', 'das vierte bitte'],
    es: ['cuatro', 'la cuarta'],
  },
  none: {
    en: ['none of these, thanks', 'no, none of these'],
    fr: ['aucun, merci'],
    de: ['nein, keine davon'],
    es: ['no, ninguna'],
  },
  edit: { en: ['change it please'], fr: ['modifier svp'], de: ['ändern bitte'], es: ['modificar por favor'] },
};
const cases = Object.entries(TYPED).flatMap(([expected, byLanguage]) =>
  Object.entries(byLanguage).flatMap(([language, texts]) => texts.map((text) => [text, language, expected] as const)),
);

test.each(cases)('“%s” (%s) says "%s"', (text, language, expected) => {
  expect(shipped.read(text, language)).toEqual({ kind: 'word', word: expected });
});

test.each([
  ['2️⃣', 'en', 'number', 2],
  ['2', 'de', 'number', 2],
  ['2.', 'fr', 'number', 2],
  ['#2', 'en', 'number', 2],
  ['option 3 please', 'en', 'number', 3],
  ['🔟', 'es', 'number', 10],
  ['le numéro 4 svp', 'fr', 'number', 4],
  ['step 3', 'en', 'step', 3],
  ['go to step 3 please', 'en', 'step', 3],
  ['the third step', 'en', 'step', 3],
  ["l'étape 2 s'il vous plaît", 'fr', 'step', 2],
  ['la deuxième étape', 'fr', 'step', 2],
  ['Schritt 4 bitte', 'de', 'step', 4],
  ['el paso 5', 'es', 'step', 5],
])('“%s” (%s) names the %s %s', (text, language, kind, number) => {
  expect(shipped.read(text, language)).toEqual({ kind, number });
});

test.each([
  ['yes no', 'en'],
  ['no, send it', 'en'],
  ['oui non', 'fr'],
  ['non envoyez', 'fr'],
  ['ja nein', 'de'],
  ['nein, abschicken', 'de'],
  ['sí no', 'es'],
  ['no, envíelo', 'es'],
])('“%s” (%s) contradicts itself', (text, language) => {
  expect(shipped.read(text, language)).toEqual({ kind: 'doubtful' });
});

test.each([
  ['is that all right?', 'en'],
  ['how do I send an e-mail?', 'en'],
  ['no, how do I create an inbox?', 'en'],
  ['I have 2 problems with my account', 'en'],
  ['où est ma clé ?', 'fr'],
  ['oui mais comment désactiver les déclencheurs', 'fr'],
  ['wie deaktiviere ich Trigger', 'de'],
  ['quiero crear una bandeja', 'es'],
  ['text', 'en'],
])('“%s” (%s) is no answer', (text, language) => {
  expect(shipped.read(text, language)).toBeUndefined();
});

test.each([
  ['could you pass this on, yes, to the people there', 'en'],
  ['transmettez donc tout cela à vos collègues', 'fr'],
  ['dann schicken Sie das doch Ihren Leuten', 'de'],
  ['pues mándelo todo a su gente', 'es'],
])('“%s” (%s) may be a yes', (text, language) => {
  expect(shipped.mayAgree(text, language)).toBe(true);
});
