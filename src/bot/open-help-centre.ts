import { join } from 'node:path';
import { openLibrary } from '../dialogs/guides/open-library.js';
import { openLocales } from '../dialogs/phrases/words.js';
import { openPageDoor } from '../freshness/open-page-door.js';
import { type Config, PRODUCT_FOLDER } from './config.js';
import { firstLanguage } from './first-language.js';
import { openFreshness } from './freshness/open-freshness.js';
import { openKnowledgeService } from './knowledge/knowledge-service.js';
import { type World, withoutStop } from './world.js';

/**
 * What the bot knows and says: the articles of the deployment, how fresh they are, and the sentences of each language.
 * @throws when the folder of the deployment cannot be read or holds no article, and ConfigError when nothing can be said in
 * the language that is set
 */
export async function openHelpCentre(config: Config, { now, wait }: Pick<Required<World>, 'now' | 'wait'>) {
  const inData = (file: string) => (config.dataFolder === ':memory:' ? undefined : join(config.dataFolder, file));
  const options = { falseAnswerBudget: config.falseAnswerBudget, keepIn: inData('prepared') };
  const knowledgeService = await openKnowledgeService(config.knowledgeFolder, options);
  const folders = { product: PRODUCT_FOLDER, deployment: config.knowledgeFolder };
  const locales = await openLocales(folders, knowledgeService.knowledge.languages);
  const freshness = await openFreshness({
    file: inData('freshness.json'),
    knowledge: () => knowledgeService.knowledge,
    openDoor: openPageDoor,
    now,
    wait: withoutStop(wait),
  });
  return {
    knowledgeService,
    /** With which the knowledge was opened. */
    options,
    locales,
    freshness,
    /** Its articles say when their source has changed. */
    library: freshness.marking(openLibrary(() => knowledgeService.knowledge, locales.languages)),
    /** Of whoever tells none that we speak. */
    defaultLanguage: firstLanguage(config.defaultLanguage, locales.languages),
  };
}
