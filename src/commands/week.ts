import { setImmediate } from 'node:timers/promises';
import { PRODUCT_FOLDER, readConfig } from '../bot/config.js';
import { OperatorError } from '../bot/operator-error.js';
import { openLocales } from '../dialogs/phrases/words.js';
import { openUnansweredGroups } from '../insights/unanswered-groups.js';
import { weekBefore, weekFigures } from '../insights/week-figures.js';
import { contentStems } from '../knowledge/understanding/text/content-stems.js';
import { weekLetter } from '../operate/week-letter.js';
import { openState } from '../storage/open-state.js';
import { sqlInsights } from '../storage/sql-insights.js';
import { fail } from './fail.js';
import { print } from './print.js';

interface WeekOptions {
  readonly asJson: boolean;
  /** Of the letter; without it that of the team, as HANDOFF_FILE says. */
  readonly language?: string | undefined;
}

/** Tells the figures of the last whole week: what was asked, what came of it, what nobody could answer. */
export async function week(
  env: Readonly<Record<string, string | undefined>>,
  { asJson, language }: WeekOptions,
): Promise<void> {
  try {
    const config = readConfig({ ...env, NODE_ENV: undefined });
    const { db } = await openState(config);
    try {
      const insights = sqlInsights(db);
      const groups = await openUnansweredGroups(insights, contentStems, () => setImmediate())();
      const figures = await weekFigures(insights, groups, weekBefore(new Date()));
      if (asJson) return print(`${JSON.stringify(figures, null, 2)}\n`);
      const locales = await openLocales({ product: PRODUCT_FOLDER, deployment: config.knowledgeFolder }, []);
      if (language !== undefined && !locales.operateLanguages.includes(language))
        throw new OperatorError(`--language ${language}: one of ${locales.operateLanguages.join(', ')}.`);
      const { subject, text } = weekLetter(figures, locales.operateWords(language ?? config.handoff?.language ?? 'en'));
      print(`${subject}\n\n${text}`);
    } finally {
      await db.destroy();
    }
  } catch (error) {
    fail(error);
  }
}
