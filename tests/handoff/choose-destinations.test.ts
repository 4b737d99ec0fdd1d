import { chooseDestinations } from '../../src/handoff/choose-destinations';

const all = [
  { id: 'everything' },
  { id: 'french', languages: ['fr'] },
  { id: 'triggers', topics: ['triggers'] },
  { id: 'german-triggers', languages: ['de'], topics: ['triggers'] },
];

test.each([
  ['fr', undefined, ['everything', 'french']],
  ['fr', 'triggers', ['everything', 'french', 'triggers']],
  ['de', 'triggers', ['everything', 'triggers', 'german-triggers']],
  ['de', 'inbox', ['everything']],
] as const)('a case in %s about %s goes to several at once', (language, topic, ids) => {
  expect(chooseDestinations(all, { language, topic })).toEqual(ids);
});

test('a case that is on nobody’s list goes to all', () => {
  expect(chooseDestinations(all.slice(1), { language: 'es' })).toEqual(['french', 'triggers', 'german-triggers']);
});

test('without a destination it goes nowhere', () => {
  expect(chooseDestinations([], { language: 'fr' })).toEqual([]);
});
