import { readConfig } from '../bot/config.js';
import { LONGEST_ANSWER } from '../bot/handoff/take-answer.js';
import { OperatorError } from '../bot/operator-error.js';
import { cutSecrets } from '../channels/secrets/cut-secrets.js';
import { openState } from '../storage/open-state.js';
import { answerCase } from '../storage/sql-answers.js';
import { fail } from './fail.js';
import { print } from './print.js';

/** Sends the team's answer to a case into the conversation that it came from; the running server delivers it. */
export async function answer(
  env: Readonly<Record<string, string | undefined>>,
  reference: string,
  words: readonly string[],
): Promise<void> {
  try {
    const text = checked(words.join(' ').trim());
    const { db } = await openState(readConfig({ ...env, NODE_ENV: undefined }));
    try {
      const answered = await answerCase(db, () => new Date(), reference.toUpperCase(), text);
      if (answered.kind === 'unknown' || answered.kind === 'known') {
        throw new OperatorError(`No case has the reference ${reference}. \`passerelle cases\` lists them.`);
      }
      if (answered.kind === 'unreadable') {
        throw new OperatorError(
          `What is kept of ${reference} cannot be read (${answered.why}). Put the state file back from a copy.`,
        );
      }
      if (answered.kind === 'unreachable') {
        const { name, email } = answered.handedOver;
        throw new OperatorError(
          `The conversation of ${reference} cannot be reached any more. Write to ${name} <${email}> instead.`,
        );
      }
      if (answered.kind === 'full') {
        throw new OperatorError(
          `${answered.waiting} answers wait for the conversation of ${reference} already; nothing was sent. Does the server run?`,
        );
      }
      print(`${answered.handedOver.reference}: the server says it in the conversation as soon as it runs.\n`);
    } finally {
      await db.destroy();
    }
  } catch (error) {
    fail(error);
  }
}

function checked(text: string): string {
  if (text === '') throw new OperatorError('An answer without words. Usage: passerelle answer <reference> <text…>');
  if (text.length > LONGEST_ANSWER)
    throw new OperatorError(`The answer is longer than ${LONGEST_ANSWER} characters: shorten it.`);
  if (cutSecrets(text).found.length > 0) {
    throw new OperatorError('The answer looks as if it held a key or a password. Take it out; nothing was sent.');
  }
  return text;
}
