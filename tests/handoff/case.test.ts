import fc from 'fast-check';
import { caseReference } from '../../src/handoff/case';

test('a reference can be read out: two groups of four, nothing in it that is taken for something else', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (chance) => {
      const reference = caseReference(() => chance.next().value);
      expect(reference).toMatch(/^P-[A-Z\d]{4}-[A-Z\d]{4}$/);
      expect(reference.slice(2)).not.toMatch(/[0O1IL5S2Z]/);
    }),
  );
});

test('the same chance gives the same reference, another chance another one', () => {
  expect(caseReference(() => 0)).toBe('P-3333-3333');
  expect(caseReference(() => 0.9999999)).toBe('P-YYYY-YYYY');
});

test('every letter of it comes from a draw of its own', () => {
  let draws = 0;
  caseReference(() => (draws++ % 27) / 27);
  expect(draws).toBe(8);
});
