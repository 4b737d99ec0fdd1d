import { type Change, compareFindings } from '../../../src/checks/compare';
import { CHECK_IDS, type Defect, judgeFacts } from '../../../src/checks/finding';
import { changeText } from '../../../src/dialogs/phrases/change';
import type { Words } from '../../../src/dialogs/phrases/words';
import { accountWith, trigger } from '../../checks/example-accounts';
import { LANGUAGES, LEAK, spoken, withPlainSpaces } from './spoken';

let words: (language: string) => Words;
beforeAll(async () => {
  words = await spoken();
});

const on = (name: string, id: number): Defect => ({
  kind: 'trigger-on',
  trigger: { id, name },
  everywhere: true,
  inboxes: [],
});
const [vip, close, tag] = [on('VIP', 1), on('Close', 2), on('Tag', 3)];
const look = (problems: readonly Defect[], isPartial = false) =>
  judgeFacts('triggers', '2026-11-22T18:30:00Z', {
    problems,
    doubts: isPartial ? [{ kind: 'not-admin', section: 'triggers' }] : [],
  });
/** All three were turned off. */
const NOW = accountWith({ triggers: [1, 2, 3].map((id) => trigger({ id, state: 'inactive' })) });
const between = (before: ReturnType<typeof look>, after: ReturnType<typeof look>, language = 'fr') =>
  withPlainSpaces(changeText(compareFindings(before, after, NOW), 'triggers', words(language), language));

test('some are off, one is still on', () => {
  const [before, after] = [look([vip, close, tag]), look([tag])];
  expect(between(before, after)).toBe('2 déclencheurs sur 3 sont éteints maintenant. Encore allumé : « Tag ».');
  expect(between(before, after, 'en')).toBe('2 of 3 triggers are off now. Still on: “Tag”.');
  expect(between(before, after, 'de')).toBe('2 von 3 Triggern sind jetzt ausgeschaltet. Noch eingeschaltet: „Tag“.');
  expect(between(before, after, 'es')).toBe('2 de 3 disparadores ya están apagados. Sigue encendido: «Tag».');
  expect(between(before, look([close, tag]))).toBe(
    '1 déclencheur sur 3 est éteint maintenant. Encore allumés : « Close » et « Tag ».',
  );
});

test('nothing has changed', () => {
  expect(between(look([vip]), look([vip]))).toBe("Rien n'a changé depuis la dernière fois. Encore allumé : « VIP ».");
});

test('all are off', () => {
  expect(between(look([vip]), look([]))).toBe('Le déclencheur est éteint maintenant.');
  expect(between(look([vip, close]), look([]))).toBe('Les 2 déclencheurs sont éteints maintenant.');
});

test('new ones are called not seen, since nobody knows whether they were there', () => {
  expect(between(look([]), look([vip]))).toBe('Pas vu la dernière fois : « VIP ».');
  expect(between(look([vip]), look([close]))).toBe(
    'Le déclencheur est éteint maintenant. Pas vu la dernière fois : « Close ».',
  );
});

test('what is out of sight is not called fixed', () => {
  const text = between(look([vip, close]), look([close], true));
  expect(text).toBe(
    'Encore allumé : « Close ». Réglé ou seulement caché cette fois, je ne peux pas le dire : « VIP ».',
  );
  expect(text).not.toMatch(/éteint/);
  expect(between(look([vip]), look([], true))).toMatch(/^Je ne peux pas comparer/);
});

test('nothing was wrong, and nothing is', () => {
  expect(between(look([]), look([]))).toBe('Rien de nouveau à corriger depuis la dernière fois.');
});

test('a long list is cut after eight names', () => {
  const many = Array.from({ length: 11 }, (_, i) => on(`T${i}`, i));
  expect(between(look(many), look(many))).toMatch(/« T7 » et 3 de plus\.$/);
});

test('names stay words', () => {
  expect(between(look([on('**x**', 1)]), look([on('**x**', 1)]))).toContain('« \\*\\*x\\*\\* »');
});

test.each(LANGUAGES)('every check and every change has its sentence: %s', (language) => {
  const problems: readonly Defect[] = [
    vip,
    { kind: 'key-refused' },
    { kind: 'site-not-found', site: 'acme.teamwork.com' },
    { kind: 'agent-part-time', email: '', name: '' },
    { kind: 'agent-missing', email: 'maria@acme.example' },
    { kind: 'field-disabled', label: 'Plan' },
    { kind: 'inbox-none' },
  ];
  const none = { fixed: [], deleted: [], manual: [], remaining: [], moved: [], appeared: [], unclear: [] };
  const changes: readonly Change[] = [
    { kind: 'cannot-tell', doubts: [] },
    { kind: 'compared', before: 0, ...none },
    { kind: 'compared', before: 1, ...none, fixed: [vip] },
    { kind: 'compared', before: 7, ...none, fixed: problems },
    { kind: 'compared', before: 8, ...none, fixed: [vip], remaining: problems },
    { kind: 'compared', before: 7, ...none, deleted: problems, manual: [vip], moved: [vip, close] },
    { kind: 'compared', before: 7, ...none, remaining: problems, appeared: problems, unclear: problems },
  ];
  for (const check of CHECK_IDS) {
    for (const change of changes) {
      const text = changeText(change, check, words(language), language);
      expect(text).not.toMatch(LEAK);
      expect(text).toMatch(/\.$/);
    }
  }
});
