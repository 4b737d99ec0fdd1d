import { evaluate } from '../../src/commands/evaluate';
import { readQuestions } from '../../src/commands/evaluate-file';
import type { FallbackVerdict, Verdict } from '../../src/knowledge/understanding/verdict';
import { isHit } from '../../src/training/is-hit';

const candidates = (...intents: readonly string[]) => intents.map((intent, i) => ({ intent, score: 1 - i / 10 }));
const answer = (intent: string, ...others: readonly string[]): Verdict => ({
  kind: 'answer',
  intent,
  confidence: 0.9,
  candidates: candidates(intent, ...others),
  scope: 1,
  reasons: [],
});
const nearest = (intent: string, ...others: readonly string[]): Verdict => ({
  kind: 'nearest',
  intent,
  confidence: 0.6,
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
const unknown = (...nearest: readonly string[]): FallbackVerdict => ({
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

test('the nearest guide is a hit; a candidate that nobody sees is none', () => {
  const { hitAt1, hitAt3 } = counted(['a', nearest('a', 'b')], ['b', answer('a', 'b')]);
  expect({ hitAt1: hitAt1.overall, hitAt3: hitAt3.overall }).toEqual({ hitAt1: 0.5, hitAt3: 0.5 });
});

test('what else would be right is a hit, too', () => {
  const { correct } = evaluate(
    [{ text: '0', language: 'fr', expect: 'a', also: ['b'] }],
    { verdict: () => answer('b') },
    () => 0,
  );
  expect(correct).toBe(1);
});

test('how often it is said as the answer, and how often that is right, out of scope included', () => {
  const { confident, auroc } = counted(
    ['a', answer('a')],
    ['b', nearest('b')],
    ['none', { ...answer('a'), scope: 0.5 }],
    ['none', { ...unknown(), scope: 0.2 }],
  );
  expect({ confident, auroc }).toEqual({ confident: { inScope: 0.5, right: 0.5 }, auroc: 1 });
});

test('whoever asks for a person and gets one was answered; a greeting for what is out of scope said nothing', () => {
  const { confident } = counted(
    ['handoff', answer('handoff')],
    ['inbox', answer('thanks')],
    ['inbox', unknown()],
    ['none', answer('greeting')],
  );
  expect(confident.inScope).toBeCloseTo(2 / 3);
  expect(confident.right).toBe(0.5);
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
    ['an article', answer('inbox'), 1, 0, 0],
    ['a check', answer('check:inbox'), 1, 0, 0],
    ['a person', answer('handoff'), 0, 0, 0],
    ['a command that does something', answer('forget-key'), 1, 1, 0],
    ['choices', choose('inbox', 'agents'), 0, 0, 1],
    ['the nearest guide', nearest('inbox'), 0, 0, 1],
    ['nothing', unknown('inbox'), 0, 0, 0],
  ])('and gets %s', (_, verdict, answered, commands, offered) => {
    const { outOfScope, correct, hitAt1 } = counted(['none', verdict]);
    expect(outOfScope).toEqual({ total: 1, answered, rate: answered, commands, offered });
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
      scope: 1,
      refused: null,
    },
    {
      text: '1',
      language: 'fr',
      expect: 'none',
      got: null,
      choices: [],
      confidence: 0.1,
      verdict: 'unknown',
      scope: 1,
      refused: 'nothing',
    },
  ]);
});

test('the middle and the slowest of the latencies are told', () => {
  const { latencyMs } = counted(...Array.from({ length: 100 }, () => ['a', answer('a')] as const));
  expect(latencyMs).toEqual({ p50: 51, p99: 100 });
});

test('no questions give no rates, not a division by zero', () => {
  const { hitAt1, outOfScope, latencyMs, total } = counted();
  expect({ ...outOfScope, ...hitAt1, ...latencyMs, total }).toEqual({
    total: 0,
    articles: null,
    checks: null,
    commands: null,
    overall: null,
    answered: 0,
    offered: 0,
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
  test('may begin with a byte order mark', () => {
    expect(readQuestions('q.jsonl', '\uFEFF{"text": "a", "language": "fr", "expect": "inbox"}')).toHaveLength(1);
  });

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

test('an article may be named by its file', () => {
  const lines = ['mail/filters.md', './mail/index.md', 'fr/articles/mail/filters.mdx', 'none', 'check:inbox'];
  const file = lines
    .map((expect) => JSON.stringify({ text: expect, language: 'fr', expect, also: [expect] }))
    .join('\n');
  const expected = ['mail-filters', 'mail', 'mail-filters', 'none', 'check:inbox'];
  expect(readQuestions('q.jsonl', file).map(({ expect: id, also }) => [id, also])).toEqual(
    expected.map((id) => [id, [id]]),
  );
});

test('what must not be answered is counted by what its author calls it, and by how it was refused', () => {
  const nothing = unknown('inbox');
  const verdicts: Readonly<Record<string, Verdict>> = {
    a: answer('inbox'),
    b: nearest('inbox'),
    c: { ...nothing, otherProduct: 'Zendesk' },
    d: { ...nothing, outside: { topic: 'price' } },
    e: { ...nothing, task: 'delete' },
    f: unknown(),
  };
  const kinds = ['other-task', 'other-task', 'near', 'near', 'far', undefined];
  const { refusals } = evaluate(
    Object.keys(verdicts).map((text, i) => ({
      text,
      language: 'en',
      expect: 'none',
      ...(kinds[i] && { kind: kinds[i] }),
    })),
    { verdict: (text) => verdicts[text] ?? unknown() },
    () => 0,
  );
  expect(refusals).toEqual({
    as: { 'other-product': 1, topic: 1, task: 1, nothing: 1 },
    byKind: {
      far: { total: 1, answered: 0, offered: 0 },
      near: { total: 2, answered: 0, offered: 0 },
      'other-task': { total: 2, answered: 1, offered: 1 },
    },
  });
});

test('the curve tells how much of what is right a threshold keeps that lets so many false answers through', () => {
  const scopes = Array.from({ length: 10 }, (_, i) => i / 10);
  const { curve } = evaluate(
    scopes.flatMap((scope) => [
      { text: `${scope}`, language: 'en', expect: 'inbox' },
      { text: `${scope - 0.05}`, language: 'en', expect: 'none' },
    ]),
    { verdict: (text) => ({ ...answer('inbox'), scope: Number(text) }) },
    () => 0,
  );
  const kept = new Map(curve.map(({ falseAnswers, rightKept }) => [falseAnswers, rightKept]));
  expect([kept.get(0), kept.get(0.1), kept.get(0.2)]).toEqual([0.1, 0.2, 0.3]);
});
