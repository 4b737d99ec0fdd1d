import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { matchLabel } from '../../../src/dialogs/routing/match-label';
import { foldText } from '../../../src/knowledge/understanding/text/fold-text';

const locales = join(__dirname, '..', '..', '..', 'locales');
const languages = readdirSync(locales, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** The buttons that stand together most: those of an answer, of a walk through steps, of a hand-off. */
const SETS = [
  ['steps', 'allSteps', 'why', 'person'],
  ['next', 'previous', 'stop', 'person'],
  ['finish', 'previous', 'person'],
  ['yes', 'no'],
  ['send', 'edit', 'cancel'],
  ['topics', 'person', 'startOver'],
];
const sets = languages.flatMap((language) => {
  const { choice } = JSON.parse(readFileSync(join(locales, language, 'bot.json'), 'utf8'));
  return SETS.map((keys): [string, string[]] => [`${language}: ${keys.join(', ')}`, keys.map((key) => choice[key])]);
});

describe.each(sets)('%s', (_, labels) => {
  const which = (typed: string) => labels[matchLabel(typed, labels)];

  test('a label typed in another case, without accents or marks, does what a click does', () => {
    for (const label of labels) {
      for (const typed of [
        label,
        label.toUpperCase(),
        label.toLowerCase(),
        foldText(label),
        `  ${label}! `,
        label.replace(/[’' -]/g, '  '),
      ]) {
        expect({ typed, does: which(typed) }).toEqual({ typed, does: label });
      }
    }
  });
});

const longSets = sets.flatMap(([name, labels]): [string, string[], string[]][] => {
  const long = labels.filter((label) => label.length >= 6);
  return long.length > 0 ? [[name, long, labels]] : [];
});

test.each(longSets)('%s: a label of six letters or more with one typo does what a click does', (_, long, labels) => {
  fc.assert(
    fc.property(
      fc.constantFrom(...long),
      fc.nat(),
      fc.constantFrom('missing', 'doubled', 'swapped', 'wrong'),
      (label, at, typo) => {
        const typed = mistyped(label, at % (label.length - 1), typo);
        expect({ typed, does: labels[matchLabel(typed, labels)] }).toEqual({ typed, does: label });
      },
    ),
    { numRuns: 40 },
  );
});

function mistyped(label: string, at: number, typo: string): string {
  const [before, letter, after] = [label.slice(0, at), label.charAt(at), label.slice(at + 1)];
  switch (typo) {
    case 'missing':
      return before + after;
    case 'doubled':
      return before + letter + letter + after;
    case 'swapped':
      return before + after.charAt(0) + letter + after.slice(1);
    default:
      return `${before}x${after}`;
  }
}

test.each([
  ['another word', 'facture', ['Oui', 'Non']],
  ['a word one letter away from a short label', 'qui', ['Oui', 'Non']],
  ['the opposite of a short label', 'kein', ['Ja', 'Nein']],
  ['nothing', '', ['Oui', 'Non']],
  ['only marks', '?!', ['Oui', 'Non']],
  ['a sentence around a label', 'oui mais comment créer une boîte de réception ?', ['Oui', 'Non']],
  ['a label twice', 'Agents', ['Agents', 'Agents']],
  ['no labels', 'oui', []],
])('%s picks none', (_, typed, labels) => {
  expect(matchLabel(typed, labels)).toBe(-1);
});

test.each([
  [
    'Yes, everything is off',
    ['not everything is off', 'yes everything is on', 'yes everything was off', 'everything is on'],
  ],
  ['Ja, alles ist ausgeschaltet', ['ja alles ist eingeschaltet', 'nein alles ist ausgeschaltet']],
  ['Oui, tout est coupé', ['non tout est coupé', 'oui tout est allumé', 'oui rien est coupé']],
  ['Sí, todo está desactivado', ['no todo está desactivado', 'sí todo está activado']],
])('another word in the place of one of “%s” is no typo', (label, typed) => {
  for (const text of typed) expect([text, matchLabel(text, [label, 'Not yet'])]).toEqual([text, -1]);
});
