import { evaluate, isHit } from '../../src/commands/evaluate';
import { readQuestions } from '../../src/commands/evaluate-file';
import type { Verdict } from '../../src/knowledge/understanding/verdict';

const candidates = (...intents: readonly string[]) => intents.map((intent, i) => ({ intent, score: 1 - i / 10 }));
const answer = (intent: string, ...others: readonly string[]): Verdict => ({
  kind: 'answer',
  intent,
  confidence: 0.9,
  candidates: candidates(intent, ...others),
  scope: 1,
  reasons: [],
});
const choose = (...intents: readonly string[]): Verdict => ({
  kind: 'choose',
  intents,
  confidence: 0.5,
  candidates: candidates(...intents),
  scope: 1,
  reasons: [],
});
const unknown = (...nearest: readonly string[]): Verdict => ({
  kind: 'unknown',
  confidence: 0.1,
  candidates: candidates(...nearest),
  scope: 1,
  reasons: [],
});

/** Evaluates pairs of what was expected and what came out; each question takes one millisecond more than the last. */
function counted(...pairs: readonly (readonly [string, Verdict, string?])[]) {
  let time = 0;
  let calls = 0;
  return evaluate(
    pairs.map(([expect, , language = 'fr'], i) => ({ text: `${i}`, language, expect })),
    { verdict: (text) => pairs[Number(text)]?.[1] ?? unknown() },
    () => {
      time += calls++ % 2 === 1 ? Math.ceil(calls / 2) : 0;
      return time;
    },
  );
}

test('an answer and the first choice are hits; the second choice is near; an unknown is neither', () => {
  const { hitAt1, hitAt3, correct, total } = counted(
    ['inbox', answer('inbox')],
    ['inbox', choose('inbox', 'agents')],
    ['inbox', choose('agents', 'inbox')],
    ['inbox', unknown('inbox')],
  );
  expect({ total, correct, hitAt1: hitAt1.overall, hitAt3: hitAt3.overall }).toEqual({
    total: 4,
    correct: 2,
    hitAt1: 0.5,
    hitAt3: 0.75,
  });
});

test('what was expected may be the second or third candidate of an answer, not the fourth', () => {
  const { hitAt3 } = counted(['c', answer('a', 'b', 'c')], ['d', answer('a', 'b', 'c', 'd')]);
  expect(hitAt3.overall).toBe(0.5);
});

test('articles, checks and commands have a rate each; one of which nothing was asked has none', () => {
  const { hitAt1 } = counted(
    ['inbox', answer('inbox')],
    ['check:inbox', answer('inbox')],
    ['check:all', answer('check:all')],
  );
  expect(hitAt1).toEqual({ articles: 1, checks: 0.5, commands: null, overall: 2 / 3 });
});

test.each(['handoff', 'greeting', 'thanks', 'goodbye', 'help', 'cancel', 'language'])('%s is a command', (command) => {
  expect(counted([command, answer(command)]).hitAt1).toEqual({ articles: null, checks: null, commands: 1, overall: 1 });
});

describe('what must not be answered', () => {
  test.each([
    ['an article', answer('inbox'), 1],
    ['a check', answer('check:inbox'), 1],
    ['a command', answer('handoff'), 0],
    ['choices', choose('inbox', 'agents'), 0],
    ['nothing', unknown('inbox'), 0],
  ])('and gets %s', (_, verdict, answered) => {
    const { outOfScope, correct, hitAt1 } = counted(['none', verdict]);
    expect(outOfScope).toEqual({ total: 1, answered, rate: answered });
    expect(correct).toBe(1 - answered);
    expect(hitAt1.overall).toBeNull();
  });
});

test('languages have a rate each, of their questions in scope', () => {
  const { byLanguage } = counted(
    ['a', answer('a'), 'fr'],
    ['b', answer('a'), 'fr'],
    ['none', unknown(), 'fr'],
    ['none', unknown(), 'de'],
  );
  expect(byLanguage).toEqual({ fr: { total: 2, hitAt1: 0.5 }, de: { total: 0, hitAt1: null } });
});

test('each case says what came of it', () => {
  expect(counted(['a', choose('b', 'a')], ['none', unknown('c')]).cases).toEqual([
    {
      text: '0',
      language: 'fr',
      expect: 'a',
      got: 'b',
      choices: ['b', 'a'],
      confidence: 0.5,
      verdict: 'choose',
      candidates: ['b', 'a'],
    },
    {
      text: '1',
      language: 'fr',
      expect: 'none',
      got: null,
      choices: [],
      confidence: 0.1,
      verdict: 'unknown',
      candidates: ['c'],
    },
  ]);
});

test('the middle and the slowest of the latencies are told', () => {
  const { latencyMs } = counted(...Array.from({ length: 100 }, () => ['a', answer('a')] as const));
  expect(latencyMs).toEqual({ p50: 51, p99: 100 });
});

test('no questions give no rates, not a division by zero', () => {
  const { hitAt1, outOfScope, latencyMs, total } = counted();
  expect({ ...hitAt1, ...outOfScope, ...latencyMs, total }).toEqual({
    total: 0,
    articles: null,
    checks: null,
    commands: null,
    overall: null,
    answered: 0,
    rate: null,
    p50: 0,
    p99: 0,
  });
});

test('a line out of scope is missed when an article or a check answers it, and only then', () => {
  const [command, article] = counted(['none', answer('help')], ['none', answer('inbox')]).cases;
  expect([command, article].map((one) => one && isHit(one))).toEqual([true, false]);
});

describe('a file of questions', () => {
  test('is read line by line, empty lines left out', () => {
    const line = '{"text": "a", "language": "fr", "expect": "inbox", "style": "x"}';
    expect(readQuestions('q.jsonl', `${line}\n\n${line}\n`)).toHaveLength(2);
  });

  test.each(['{"text": "a"}', 'text', '[]', '{"text": 1, "language": "fr", "expect": "x"}'])(
    'with %j names file and line',
    (line) => {
      const good = '{"text": "a", "language": "fr", "expect": "inbox"}';
      expect(() => readQuestions('q.jsonl', `${good}\n${line}`)).toThrow('q.jsonl:2: ');
    },
  );
});
