import { isCommand } from '../channels/command.js';
import { type ParsedIntent, parseIntent } from '../dialogs/parse-intent.js';
import type { Understanding } from '../dialogs/routing/understand.js';

export interface Question {
  readonly text: string;
  readonly language: string;
  /** An article's id, `check:<id>`, a command, or `none`. */
  readonly expect: string;
}

export interface JudgedQuestion extends Question {
  /** What was answered, or the first of the choices; null when nothing was. */
  readonly got: string | null;
  readonly choices: readonly string[];
  readonly confidence: number;
  readonly verdict: 'answer' | 'choose' | 'unknown';
  /** The best three, whatever the verdict; for hit@3. */
  readonly candidates: readonly string[];
}

interface Rates {
  readonly articles: number | null;
  readonly checks: number | null;
  readonly commands: number | null;
  readonly overall: number | null;
}

export interface Evaluation {
  readonly total: number;
  readonly correct: number;
  readonly hitAt1: Rates;
  readonly hitAt3: Rates;
  readonly byLanguage: Readonly<Record<string, { readonly total: number; readonly hitAt1: number | null }>>;
  readonly outOfScope: { readonly total: number; readonly answered: number; readonly rate: number | null };
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  readonly cases: readonly JudgedQuestion[];
}

/**
 * Asks every question and counts. hit@1: the answer, or the first choice offered, is what was expected; hit@3: what was
 * expected is among the answer and the choices. An out-of-scope line is answered when it gets an article or a check.
 * @param clock milliseconds, monotonic
 */
export function evaluate(
  questions: readonly Question[],
  { verdict: judge }: Pick<Understanding, 'verdict'>,
  clock: () => number,
  progress: (done: number) => void = () => {},
): Evaluation {
  const times: number[] = [];
  const cases = questions.map((question, i): JudgedQuestion => {
    const before = clock();
    const verdict = judge(question.text, question.language);
    times.push(clock() - before);
    progress(i + 1);
    const got =
      verdict.kind === 'answer' ? verdict.intent : verdict.kind === 'choose' ? (verdict.intents[0] ?? null) : null;
    return {
      ...question,
      got,
      choices: verdict.kind === 'choose' ? verdict.intents : [],
      confidence: verdict.confidence,
      verdict: verdict.kind,
      candidates: verdict.candidates.slice(0, 3).map(({ intent }) => intent),
    };
  });

  const inScope = cases.filter(({ expect }) => expect !== 'none');
  const outside = cases.filter(({ expect }) => expect === 'none');
  const answered = outside.filter((one) => !isHit(one));
  const languages = [...new Set(cases.map(({ language }) => language))];
  return {
    total: cases.length,
    correct: cases.filter(isHit).length,
    hitAt1: rates(inScope, isHit),
    hitAt3: rates(inScope, isNear),
    byLanguage: Object.fromEntries(
      languages.map((lng) => {
        const of = inScope.filter(({ language }) => language === lng);
        return [lng, { total: of.length, hitAt1: share(of, isHit) }];
      }),
    ),
    outOfScope: {
      total: outside.length,
      answered: answered.length,
      rate: outside.length > 0 ? answered.length / outside.length : null,
    },
    latencyMs: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
    cases,
  };
}

export function isHit({ got, expect, verdict }: JudgedQuestion): boolean {
  if (expect === 'none') return verdict !== 'answer' || got === null || isCommand(got);
  return got === expect;
}

function isNear(one: JudgedQuestion): boolean {
  return isHit(one) || (one.verdict !== 'unknown' && [...one.choices, ...one.candidates].includes(one.expect));
}

function rates(cases: readonly JudgedQuestion[], good: (one: JudgedQuestion) => boolean): Rates {
  const of = (wanted: ParsedIntent['kind']) =>
    share(
      cases.filter((one) => parseIntent(one.expect).kind === wanted),
      good,
    );
  return { articles: of('article'), checks: of('check'), commands: of('command'), overall: share(cases, good) };
}

const share = (cases: readonly JudgedQuestion[], good: (one: JudgedQuestion) => boolean) =>
  cases.length > 0 ? cases.filter(good).length / cases.length : null;

function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}
