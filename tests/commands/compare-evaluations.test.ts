import { compareEvaluations } from '../../src/commands/compare-evaluations';
import { evaluate } from '../../src/commands/evaluate';
import type { Verdict } from '../../src/knowledge/understanding/verdict';

const judged = { confidence: 0.9, scope: 0.9, candidates: [], reasons: [] };
const always = (verdict: Verdict) =>
  evaluate(
    [
      { text: 'where is my key', language: 'en', expect: 'api-key' },
      { text: 'what is love', language: 'en', expect: 'none' },
    ],
    { verdict: () => verdict },
    () => 0,
  );
const answered = always({ kind: 'answer', intent: 'api-key', ...judged });
const refused = always({ kind: 'unknown', ...judged });

test('names each question whose verdict has changed', () => {
  const { changes } = compareEvaluations('was.json', JSON.stringify(refused), answered);
  expect(changes).toEqual([
    'api-key: unknown → answer api-key  where is my key',
    'none: unknown → answer api-key  what is love',
  ]);
  expect(compareEvaluations('was.json', JSON.stringify(refused), refused)).toEqual({ changes: [], isLoss: false });
});

test('a right answer lost, or an out-of-scope question answered, is a loss', () => {
  expect(compareEvaluations('was.json', JSON.stringify(answered), refused).isLoss).toBe(true);
  expect(compareEvaluations('was.json', JSON.stringify(refused), answered).isLoss).toBe(true);
});

test('what is no evaluation is refused by its name', () => {
  expect(() => compareEvaluations('was.json', '{"a":1}', answered)).toThrow('was.json: not what');
});
