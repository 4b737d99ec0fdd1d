import { isCommand } from '../channels/command.js';
import { type ParsedIntent, parseIntent } from '../dialogs/parse-intent.js';
import type { Understanding } from '../dialogs/routing/understand.js';
import { isExpected, isHit, type JudgedQuestion, judgedQuestion, type Refusal } from '../training/is-hit.js';
import type { Question } from '../training/questions-file.js';

interface Rates {
  readonly articles: number | null;
  readonly checks: number | null;
  readonly commands: number | null;
  readonly overall: number | null;
}

interface OutOfScopeCount {
  readonly total: number;
  readonly answered: number;
  readonly offered: number;
}

/** What `passerelle evaluate` found; all rates are shares (0…1). */
export interface Evaluation {
  readonly total: number;
  readonly correct: number;
  readonly hitAt1: Rates;
  readonly hitAt3: Rates;
  readonly byLanguage: Readonly<Record<string, { readonly total: number; readonly hitAt1: number | null }>>;
  /** `answered` with an article, a check or a command that does something; `offered` choices or the nearest guide. */
  readonly outOfScope: OutOfScopeCount & { readonly rate: number | null; readonly commands: number };
  /** Of the same questions: how many were refused as what, and what came of those that their author calls alike. */
  readonly refusals: {
    readonly as: Readonly<Record<Refusal, number>>;
    readonly byKind: Readonly<Record<string, OutOfScopeCount>>;
  };
  /** Probability (0…1) that a question that may be answered has a higher scope than one that must not be. */
  readonly auroc: number | null;
  /** Were the threshold where so many of the out-of-scope questions are answered: the share of articles and checks that are found and above it. */
  readonly curve: readonly { readonly falseAnswers: number; readonly rightKept: number | null }[];
  /** Said as the answer: share of the in-scope questions; and of all that was so said, out of scope included, the share that is right. */
  readonly confident: { readonly inScope: number | null; readonly right: number | null };
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  readonly cases: readonly JudgedQuestion[];
}

/**
 * Asks every question and counts. hit@1: the answer, the first choice or the nearest guide is what was expected; hit@3: what
 * was expected is among all that the customer sees.
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
    return judgedQuestion(question, verdict);
  });

  const inScope = cases.filter(({ expect }) => expect !== 'none');
  const outside = cases.filter(({ expect }) => expect === 'none');
  const said = cases.filter(isSaid);
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
      ...outOfScopeCount(outside),
      rate: share(outside, (one) => !isHit(one)),
      commands: outside.filter((one) => !isHit(one) && one.got !== null && isCommand(one.got)).length,
    },
    refusals: { as: refusals(outside), byKind: byKind(outside) },
    auroc: auroc(
      inScope.filter(({ expect }) => !isCommand(expect)).map(({ scope }) => scope),
      outside.map(({ scope }) => scope),
    ),
    curve: curve(
      inScope.filter(({ expect }) => !isCommand(expect)),
      outside,
    ),
    confident: { inScope: share(inScope, isSaid), right: share(said, isHit) },
    latencyMs: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
    cases,
  };
}

/** As the answer, without a doubt: a command that does no harm only where something is expected. */
const isSaid = (one: JudgedQuestion) => one.verdict === 'answer' && (one.expect !== 'none' || !isHit(one));

function outOfScopeCount(outside: readonly JudgedQuestion[]): OutOfScopeCount {
  return {
    total: outside.length,
    answered: outside.filter((one) => !isHit(one)).length,
    offered: outside.filter(({ verdict }) => verdict === 'choose' || verdict === 'nearest').length,
  };
}

function refusals(outside: readonly JudgedQuestion[]): Readonly<Record<Refusal, number>> {
  const count = (as: Refusal) => outside.filter(({ refused }) => refused === as).length;
  return {
    'other-product': count('other-product'),
    topic: count('topic'),
    task: count('task'),
    nothing: count('nothing'),
  };
}

function byKind(outside: readonly JudgedQuestion[]): Readonly<Record<string, OutOfScopeCount>> {
  const kinds = [...new Set(outside.flatMap(({ kind }) => kind ?? []))].sort();
  return Object.fromEntries(kinds.map((name) => [name, outOfScopeCount(outside.filter(({ kind }) => kind === name))]));
}

const FALSE_ANSWERS = [0, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2];

function curve(inScope: readonly JudgedQuestion[], outside: readonly JudgedQuestion[]): Evaluation['curve'] {
  const scopes = outside.map(({ scope }) => scope).sort((a, b) => b - a);
  return FALSE_ANSWERS.map((falseAnswers) => {
    const threshold = scopes[Math.floor(falseAnswers * scopes.length)] ?? 0;
    return { falseAnswers, rightKept: share(inScope, (one) => isHit(one) && one.scope > threshold) };
  });
}

function isNear(one: JudgedQuestion): boolean {
  return isHit(one) || one.choices.some((choice) => isExpected(one, choice));
}

/** Area under the ROC curve: how often one of `high` is above one of `low`, ties half. */
function auroc(high: readonly number[], low: readonly number[]): number | null {
  if (high.length === 0 || low.length === 0) return null;
  let above = 0;
  for (const a of high) for (const b of low) above += a > b ? 1 : a === b ? 0.5 : 0;
  return above / (high.length * low.length);
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
