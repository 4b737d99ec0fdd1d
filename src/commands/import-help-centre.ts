import { join, resolve } from 'node:path';
import { OperatorError } from '../bot/operator-error.js';
import { ImportError } from '../import/import-error.js';
import { importSource } from '../import/import-source.js';
import { KEPT } from '../import/keep/open-keep.js';
import { openSource } from '../import/open-source.js';
import type { Source } from '../import/source.js';
import { openAnswers } from '../import/web/answers.js';
import { importLines } from './import-lines.js';
import { print } from './print.js';
import { progressLine } from './progress-line.js';

/** What `passerelle import` is called with. */
export interface ImportOptions {
  readonly into: string;
  readonly language?: string | undefined;
  readonly site?: string | undefined;
  readonly dryRun: boolean;
  /** Whether the site may stand on a private network. */
  readonly mayBePrivate: boolean;
}

/** Imported with something that a person has to look at: pages that could not be read, edits that the source contradicts. */
const TO_LOOK_AT = 2;

/**
 * `passerelle import`: brings a help centre into a folder of ours and says what came of every page. Ends with 0 when all
 * arrived, 2 when something is to be looked at, 1 when nothing could be imported.
 */
export async function importHelpCentre(
  given: string,
  options: ImportOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { into, language, site, dryRun, mayBePrivate } = options;
  const answers = openAnswers(join(resolve(into), KEPT, 'answers'));
  const progress = progressLine(process.stderr.isTTY === true);
  let source: Source | undefined;
  try {
    source = openSource(given, { site, env, answers, mayBePrivate });
    const report = await importSource(source, {
      into: resolve(into),
      language,
      site,
      dryRun,
      onProgress: progress.show,
    });
    if (report.isWhole && !dryRun) await answers.forget();
    progress.clear();
    for (const line of importLines(report, { into, dryRun })) print(`${line}\n`);
    const isContradicted = report.changes.some(({ kind }) => kind === 'conflict');
    if (!report.isWhole || isContradicted) process.exitCode = TO_LOOK_AT;
  } catch (error) {
    progress.clear();
    throw error instanceof ImportError ? new OperatorError(error.message) : error;
  } finally {
    await source?.close?.();
  }
}
