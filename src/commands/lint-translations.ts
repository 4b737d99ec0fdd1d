import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT_FOLDER } from '../bot/config.js';
import { readSentences } from '../dialogs/phrases/read-sentences.js';
import { sentencesOf } from '../dialogs/phrases/sentence-tree.js';
import { untranslated } from '../dialogs/phrases/translation-start.js';
import type { LintFinding } from '../knowledge/articles/lint-knowledge.js';

/** What a language that the product does not speak still says in English: advice, since it speaks all the same. */
export async function lintTranslations(folder: string, languages: readonly string[]): Promise<readonly LintFinding[]> {
  const english = await said(PRODUCT_FOLDER, 'en', 'bot.json');
  const found: LintFinding[] = [];
  for (const language of languages.filter((each) => !existsSync(join(PRODUCT_FOLDER, each)))) {
    const own = await said(folder, language, 'deployment.json');
    for (const key of untranslated(english, own))
      found.push({ file: `${language}/deployment.json`, message: `still in English: "${key}"`, isAdvice: true });
  }
  return found;
}

async function said(folder: string, language: string, name: string): Promise<ReadonlyMap<string, string>> {
  const loaded = await readSentences(folder, language, name, false);
  return loaded.kind === 'loaded' && loaded.value ? sentencesOf(loaded.value) : new Map();
}
