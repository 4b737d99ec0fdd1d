import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { OperatorError } from '../bot/operator-error.js';

/** A value in quotation marks may go over several lines. */
const QUOTED = /=[ \t]*(["'`])[\s\S]*?\1/g;
const BLANK_OR_COMMENT = /^\s*(?:#.*)?$/;
const SETTING = /^\s*(?:export\s+)?[A-Za-z_]\w*[ \t]*=(?![ \t]*["'`])/;

/**
 * Adds the settings of a `.env` file, in Node.js's own format, to an environment; what is set there already wins.
 * A file that is not there adds nothing.
 * @throws OperatorError when it cannot be read or a line is no setting; Node.js would pass over that line in silence
 */
export function loadEnvFile(file: string, env: Record<string, string | undefined>): void {
  const text = read(file);
  const broken = brokenLine(text);
  // The line itself may be half a secret.
  if (broken > 0)
    throw new OperatorError(`${file}:${broken}: NAME=value expected, or # and a comment. See .env.example.`);
  for (const [name, value] of Object.entries(parseEnv(text))) env[name] ??= value;
}

function read(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)).replaceAll('\r\n', '\n');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new OperatorError(
      `${file} cannot be read (${code ?? message}). Mend it or take it away: settings may be variables, too.`,
    );
  }
}

/** The number of the first line that is neither blank, a comment nor a setting; 0 when all are. */
function brokenLine(text: string): number {
  const lines = text.replace(QUOTED, (quoted) => `=${quoted.replace(/[^\n]/g, '')}`).split('\n');
  return 1 + lines.findIndex((line) => !BLANK_OR_COMMENT.test(line) && !SETTING.test(line));
}
