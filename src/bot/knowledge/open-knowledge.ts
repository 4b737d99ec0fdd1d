import { intentsOf } from '../../knowledge/articles/intents-of.js';
import { foreignLanguages, type Knowledge, loadKnowledge } from '../../knowledge/articles/load-knowledge.js';
import {
  type Index,
  type IndexOptions,
  loadIndex,
  openIndex,
  openIndexInSlices,
} from '../../knowledge/understanding/open-index.js';
import type { Pause } from '../../knowledge/understanding/slices.js';
import { PRODUCT_FOLDER, SHIPPED_DEPLOYMENT } from '../config.js';
import { OperatorError } from '../operator-error.js';
import { codePrint, fingerprint, readPrepared, SHIPPED_FOLDER, writePrepared } from './prepared-knowledge.js';
import { readVectors } from './read-vectors.js';

/** A knowledge base read, and its index. */
export interface OpenKnowledge {
  readonly knowledge: Knowledge;
  readonly index: Index;
  /** The files that it was opened from, hashed before they were read. */
  readonly print: string;
}

/** How a knowledge base is opened. */
export interface KnowledgeOptions {
  /** Share (0…1) of out-of-scope questions that may be answered. */
  readonly falseAnswerBudget?: number | undefined;
  /** Folder in which what was built is kept for the next start; nothing is kept without. */
  readonly keepIn?: string | undefined;
}

/**
 * Loads a knowledge base and its index; the one that comes with the product was prepared by the build, another one by
 * the start before.
 * @throws when the folder cannot be read or holds no article in any language
 */
export async function openKnowledge(folder: string, options: KnowledgeOptions): Promise<OpenKnowledge> {
  const print = await fingerprint(folder);
  return (await openPrepared(folder, print, options)) ?? (await openAndKeep(folder, print, options));
}

/** The first question and the first search in a language make its lists, over a second's work in a large knowledge base: better now than while a customer waits. */
export function warmUp({ knowledge, index }: OpenKnowledge): void {
  const foreign = foreignLanguages(knowledge);
  for (const versions of [...knowledge.articles.values()].slice(0, 3))
    for (const { language, title } of versions.values())
      for (const asked of [language, ...foreign]) {
        index.judge(`${title} xyz`, { language: asked, detected: asked });
        index.search(`${title} xyz`, { language: asked });
      }
}

/**
 * Reads the files again. What differs is learned without blocking; a broken file keeps saying what it said before, and one
 * that is gone is gone when it is still gone after `settle`.
 * @param show called with what is to be seen from now on, before all of it has been learned
 * @throws when the folder cannot be read or holds no article in any language
 */
export async function reopenKnowledge(
  folder: string,
  options: KnowledgeOptions,
  before: OpenKnowledge,
  { pause, settle }: { readonly pause: Pause; readonly settle: Pause },
  show: (opened: OpenKnowledge) => void,
): Promise<void> {
  const first = await readFolder(folder, before.knowledge).catch(() => undefined);
  const isWhole = first && !isMissing(before.knowledge, first);
  if (!isWhole) await settle();
  const knowledge = isWhole ? first : await readFolder(folder, before.knowledge);
  const intents = intentsOf(knowledge);
  const { vocabulary } = knowledge;
  const languages = foreignLanguages(before.knowledge);
  const isOpened = foreignLanguages(knowledge).every((language) => languages.includes(language));
  if (!isOpened || JSON.stringify([...vocabulary]) !== JSON.stringify([...before.knowledge.vocabulary])) {
    // Every line reads differently now: a new index takes the old one's place when it is ready.
    return show({
      ...before,
      knowledge,
      index: await openIndexInSlices(intents, pause, await indexOptions(knowledge, options)),
    });
  }
  show({ ...before, knowledge });
  await before.index.update(intents, pause);
}

/** An index of its own for another knowledge of the same vocabulary, learned without blocking; the one that is asked stays as it is. */
export async function tryKnowledge(
  { index }: OpenKnowledge,
  knowledge: Knowledge,
  options: KnowledgeOptions,
  pause: Pause,
): Promise<Index> {
  const copy = loadIndex(index.save(), await indexOptions(knowledge, options));
  await copy.update(intentsOf(knowledge), pause);
  return copy;
}

/** Whether something that was there is not there any more. */
function isMissing(before: Knowledge, after: Knowledge): boolean {
  const gone = (old: ReadonlyMap<string, unknown>, fresh: ReadonlyMap<string, unknown> | undefined) =>
    [...old.keys()].some((name) => !fresh?.has(name));
  return (
    gone(before.intents, after.intents) ||
    gone(before.vocabulary, after.vocabulary) ||
    [...before.articles].some(([id, versions]) => gone(versions, after.articles.get(id)))
  );
}

/** Reads the shipped knowledge base, builds its index, and keeps both for the next start. */
export async function prepareKnowledge(): Promise<void> {
  const print = await fingerprint(SHIPPED_DEPLOYMENT);
  await keep(await openLive(SHIPPED_DEPLOYMENT, print, {}), SHIPPED_FOLDER);
}

async function openPrepared(
  folder: string,
  print: string,
  options: KnowledgeOptions,
): Promise<OpenKnowledge | undefined> {
  const keptIn = keptInFor(folder, options);
  const prepared = keptIn === undefined ? undefined : await readPrepared(await buildPrint(print), keptIn);
  if (!prepared) return undefined;
  const { knowledge, index } = prepared;
  try {
    return { knowledge, index: loadIndex(index, await indexOptions(knowledge, options)), print };
  } catch {
    // Prepared by another version of the understanding: as good as not prepared.
    return undefined;
  }
}

async function openAndKeep(folder: string, print: string, options: KnowledgeOptions): Promise<OpenKnowledge> {
  const opened = await openLive(folder, print, options);
  // The build keeps the shipped one. A folder that cannot be written to costs the next start its time, nothing else.
  if (folder !== SHIPPED_DEPLOYMENT && options.keepIn) await keep(opened, options.keepIn).catch(() => undefined);
  return opened;
}

async function openLive(folder: string, print: string, options: KnowledgeOptions): Promise<OpenKnowledge> {
  const knowledge = await readFolder(folder);
  const index = openIndex(intentsOf(knowledge), await indexOptions(knowledge, options));
  await index.settle(async () => undefined);
  return { knowledge, index, print };
}

/** What a build of a folder with these files depends on. */
async function buildPrint(print: string): Promise<string> {
  return [print, await fingerprint(PRODUCT_FOLDER), await codePrint()].join('-');
}

const keptInFor = (folder: string, { keepIn }: KnowledgeOptions) =>
  folder === SHIPPED_DEPLOYMENT ? SHIPPED_FOLDER : keepIn;

const keep = async ({ knowledge, index, print }: OpenKnowledge, to: string) =>
  writePrepared(await buildPrint(print), { knowledge, index: index.save() }, to);

async function readFolder(folder: string, previous?: Knowledge): Promise<Knowledge> {
  const knowledge = await loadKnowledge(folder, await loadKnowledge(PRODUCT_FOLDER), previous);
  if (knowledge.articles.size === 0) {
    throw new OperatorError(
      `No article found in ${folder}. A knowledge base is laid out as <language>/articles/*.md, e.g. fr/articles/inbox.md.`,
    );
  }
  return knowledge;
}

async function indexOptions(knowledge: Knowledge, { falseAnswerBudget }: KnowledgeOptions): Promise<IndexOptions> {
  const languages = foreignLanguages(knowledge);
  return {
    vocabulary: Object.fromEntries(knowledge.vocabulary),
    ...(falseAnswerBudget === undefined ? {} : { falseAnswerBudget }),
    ...(languages.length > 0 ? { across: { vectors: await readVectors(), languages } } : {}),
  };
}
