import { OperatorError } from '../bot/operator-error.js';
import { settingsForm } from '../bot/settings-form.js';

/**
 * The share (0…1) of what must not be answered that may be, as the server would read it: a command that judges questions
 * says what customers would be told. Settings that it has no use for may be wrong.
 * @throws OperatorError when FALSE_ANSWER_BUDGET is no such share
 */
export function falseAnswerBudget({
  FALSE_ANSWER_BUDGET: given,
}: Readonly<Record<string, string | undefined>>): number {
  const read = settingsForm.shape.FALSE_ANSWER_BUDGET.safeParse(given?.trim() || undefined);
  if (read.success) return read.data;
  throw new OperatorError(`FALSE_ANSWER_BUDGET: ${read.error.issues.map(({ message }) => message).join(', ')}`);
}
