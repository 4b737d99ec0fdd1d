import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { openKnowledgeService } from '../bot/knowledge/knowledge-service.js';
import { OperatorError } from '../bot/operator-error.js';
import { understandTyped } from '../dialogs/routing/understand.js';
import { compareEvaluations } from './compare-evaluations.js';
import { type Evaluation, evaluate, isHit, type JudgedQuestion, type Question } from './evaluate.js';
import { print, printError } from './print.js';

const expected = z.union([z.string(), z.array(z.string()).min(1)]);
const questionSchema = z
  .object({ text: z.string(), language: z.string(), expect: expected, also: z.array(z.string()).optional() })
  .transform(({ expect, also = [], ...rest }) => {
    const [first = '', ...others] = [expect].flat();
    const more = [...others, ...also];
    return { ...rest, expect: first, ...(more.length > 0 ? { also: more } : {}) };
  });

/**
 * Evaluates the questions of a JSONL file and prints a table, or one JSON object.
 * @param baseline a file of such JSON: what has changed since is printed to stderr, and the process ends with 1 on a loss
 */
export async function evaluateFile(file: string, folder: string, asJson: boolean, baseline?: string): Promise<void> {
  const questions = readQuestions(file, await readFile(file, 'utf8'));
  const { understanding } = await openKnowledgeService(folder);
  const isTerminal = process.stderr.isTTY === true;
  const progress = (done: number) => {
    if (isTerminal && done % 50 === 0) printError({ drawn: `\r${done} of ${questions.length} questions` });
  };
  const result = evaluate(questions, understandTyped(understanding), () => performance.now(), progress);
  if (isTerminal) printError({ drawn: '\r\u001b[K' });
  print(asJson ? `${JSON.stringify(result)}\n` : `${table(result).join('\n')}\n`);
  if (baseline === undefined) return;
  const { changes, isLoss } = compareEvaluations(baseline, await readFile(baseline, 'utf8'), result);
  for (const change of changes) printError(`${change}\n`);
  if (isLoss) process.exitCode = 1;
}

/** @throws with file and line when a line is not a question */
export function readQuestions(file: string, jsonl: string): readonly Question[] {
  return jsonl.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const read = questionSchema.safeParse(parse(line));
    if (!read.success)
      throw new OperatorError(`${file}:${i + 1}: {"text", "language", "expect"} expected, one JSON object a line`);
    return [read.data];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function table({
  total,
  correct,
  hitAt1,
  hitAt3,
  byLanguage,
  outOfScope,
  auroc,
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
    `latency: p50 ${latencyMs.p50.toFixed(2)} ms, p99 ${latencyMs.p99.toFixed(2)} ms`,
    ...(misses.length > 0 ? ['', 'misses:', ...misses.map(describeMiss)] : []),
  ];
}

function describeMiss({ language, expect, got, verdict, confidence, text }: JudgedQuestion): string {
  const short = text.length > 90 ? `${text.slice(0, 89)}…` : text;
  return `  ${language}  ${expect} ≠ ${verdict === 'unknown' ? 'unknown' : `${got} (${verdict})`}  ${confidence.toFixed(2)}  ${short}`;
}
