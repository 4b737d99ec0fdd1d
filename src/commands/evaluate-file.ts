import { readFile } from 'node:fs/promises';
import { type KnowledgeService, openKnowledgeService } from '../bot/knowledge/knowledge-service.js';
import type { KnowledgeOptions } from '../bot/knowledge/open-knowledge.js';
import { OperatorError } from '../bot/operator-error.js';
import { understandTyped } from '../dialogs/routing/understand.js';
import { describeProblem } from '../knowledge/articles/article.js';
import { isHit, type JudgedQuestion } from '../training/is-hit.js';
import { type Question, readQuestionLines } from '../training/questions-file.js';
import { compareEvaluations } from './compare-evaluations.js';
import { type Evaluation, evaluate } from './evaluate.js';
import { print, printError } from './print.js';

/**
 * Evaluates the questions of a JSONL file and prints a table, or one JSON object.
 * @param baseline a file of such JSON: what has changed since is printed to stderr, and the process ends with 1 on a loss
 */
export async function evaluateFile(
  file: string,
  folder: string,
  asJson: boolean,
  baseline?: string,
  options: KnowledgeOptions = {},
): Promise<void> {
  const questions = readQuestions(file, await readFile(file, 'utf8'));
  const service = await openKnowledgeService(folder, options);
  for (const warning of warningsOf(questions, service)) printError(`${warning}\n`);
  const isTerminal = process.stderr.isTTY === true;
  const progress = (done: number) => {
    if (isTerminal && done % 50 === 0) printError({ drawn: `\r${done} of ${questions.length} questions` });
  };
  const result = evaluate(questions, understandTyped(service.understanding), () => performance.now(), progress);
  if (isTerminal) printError({ drawn: '\r\u001b[K' });
  print(asJson ? `${JSON.stringify(result)}\n` : `${table(result).join('\n')}\n`);
  if (baseline === undefined) return;
  const { changes, isLoss } = compareEvaluations(baseline, await readFile(baseline, 'utf8'), result);
  for (const change of changes) printError(`${change}\n`);
  if (isLoss) process.exitCode = 1;
}

const MOST_NAMES = 10;

/** What makes the figures worse than the understanding is: pages that could not be read, and expectations that nothing can meet. */
function warningsOf(
  questions: readonly Question[],
  { knowledge: { languages, problems }, library }: Pick<KnowledgeService, 'knowledge' | 'library'>,
): readonly string[] {
  const isKnown = (id: string) => id === 'none' || languages.some((language) => library.titleOf(id, language));
  const unknown = [
    ...new Set(questions.flatMap(({ expect, also = [] }) => ([expect, ...also].some(isKnown) ? [] : expect))),
  ];
  return [
    ...(problems.length > 0
      ? [`Not all could be read (${problems.length}): passerelle lint names file and line.`]
      : []),
    ...(unknown.length > 0
      ? [
          `Nothing is called so, and no question can find it: ${unknown.slice(0, MOST_NAMES).join(', ')}${unknown.length > MOST_NAMES ? ', …' : ''}.`,
        ]
      : []),
  ];
}

/** @throws with file and line when a line is not a question */
export function readQuestions(file: string, jsonl: string): readonly Question[] {
  const read = readQuestionLines(file, jsonl);
  if (read.kind === 'broken') throw new OperatorError(read.problems.map(describeProblem).join('\n'));
  return read.value;
}

function table({
  total,
  correct,
  hitAt1,
  hitAt3,
  byLanguage,
  outOfScope,
  refusals,
  auroc,
  curve,
  confident,
  latencyMs,
  cases,
}: Evaluation): readonly string[] {
  const percent = (rate: number | null) => (rate === null ? '    –' : `${(rate * 100).toFixed(1).padStart(5)} %`);
  const kinds = ['articles', 'checks', 'commands', 'overall'] as const;
  const misses = cases.filter((one) => !isHit(one));
  return [
    `${total} questions, ${correct} as expected`,
    '',
    'kind        hit@1    hit@3',
    ...kinds.map((kind) => `${kind.padEnd(10)} ${percent(hitAt1[kind])}  ${percent(hitAt3[kind])}`),
    '',
    'language    hit@1',
    ...Object.entries(byLanguage).map(
      ([lng, { total: n, hitAt1: rate }]) => `${lng.padEnd(10)} ${percent(rate)}  of ${n}`,
    ),
    '',
    `out of scope: ${outOfScope.answered} of ${outOfScope.total} answered (${percent(outOfScope.rate).trim()}), ${outOfScope.commands} of them with a command; ${outOfScope.offered} offered a guide or a choice`,
    `confident: ${percent(confident.inScope).trim()} of what may be answered; right: ${percent(confident.right).trim()} of all that was said; AUROC of scope ${auroc === null ? '–' : (auroc * 100).toFixed(1)}`,
    ...(outOfScope.total === 0
      ? []
      : [
          `refused as another product ${refusals.as['other-product']}, another topic ${refusals.as.topic}, another task ${refusals.as.task}, nothing known ${refusals.as.nothing}`,
          ...Object.entries(refusals.byKind).map(
            ([kind, of]) => `  ${kind}: ${of.answered} of ${of.total} answered, ${of.offered} offered`,
          ),
          `right kept, by the false answers that a threshold lets through: ${curve
            .map(({ falseAnswers, rightKept }) => `${falseAnswers * 100} %: ${percent(rightKept).trim()}`)
            .join(', ')}`,
        ]),
    `latency: p50 ${latencyMs.p50.toFixed(2)} ms, p99 ${latencyMs.p99.toFixed(2)} ms`,
    ...(misses.length > 0 ? ['', 'misses:', ...misses.map(describeMiss)] : []),
  ];
}

function describeMiss({ language, expect, got, verdict, confidence, text }: JudgedQuestion): string {
  const short = text.length > 90 ? `${text.slice(0, 89)}…` : text;
  return `  ${language}  ${expect} ≠ ${verdict === 'unknown' ? 'unknown' : `${got} (${verdict})`}  ${confidence.toFixed(2)}  ${short}`;
}
