import { z } from 'zod';
import { OperatorError } from '../bot/operator-error.js';
import type { Evaluation } from './evaluate.js';

const baselineSchema = z.looseObject({
  hitAt1: z.looseObject({ overall: z.number().nullable() }),
  outOfScope: z.looseObject({ rate: z.number().nullable() }),
  cases: z.array(
    z.looseObject({ text: z.string(), language: z.string(), verdict: z.string(), got: z.string().nullable() }),
  ),
});

/** How an evaluation differs from the one before. */
export interface Comparison {
  /** One line a question whose verdict has changed. */
  readonly changes: readonly string[];
  /** Fewer right first, or more out-of-scope questions answered, than before. */
  readonly isLoss: boolean;
}

/**
 * Compares with an evaluation that was printed by `--json` before.
 * @throws OperatorError when it is none
 */
export function compareEvaluations(file: string, json: string, now: Evaluation): Comparison {
  const read = baselineSchema.safeParse(parse(json));
  if (!read.success) throw new OperatorError(`${file}: not what \`evaluate --json\` prints`);
  const { hitAt1, outOfScope, cases } = read.data;
  const before = new Map(cases.map((one) => [`${one.language} ${one.text}`, said(one)]));
  const changes = now.cases.flatMap((one) => {
    const was = before.get(`${one.language} ${one.text}`);
    return was === undefined || was === said(one) ? [] : [`${one.expect}: ${was} → ${said(one)}  ${one.text}`];
  });
  const isLoss =
    (now.hitAt1.overall ?? 0) < (hitAt1.overall ?? 0) || (now.outOfScope.rate ?? 0) > (outOfScope.rate ?? 0);
  return { changes, isLoss };
}

const said = ({ verdict, got }: { readonly verdict: string; readonly got: string | null }) =>
  got === null ? verdict : `${verdict} ${got}`;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
