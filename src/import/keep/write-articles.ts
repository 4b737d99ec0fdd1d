import { createPatch } from 'diff';
import { articleFile } from '../articles/article-file.js';
import type { Draft } from '../articles/draft.js';
import type { SourceState } from './import-state.js';
import { type Merged, mergeArticle } from './merge-article.js';
import type { Keep } from './open-keep.js';

/** What an import did to one file. */
export interface FileChange {
  /** Below the folder. */
  readonly path: string;
  readonly kind: Merged['kind'] | 'removed' | 'left';
  /** A unified diff of what is not simply taken from the source: what was joined, what was not taken. */
  readonly diff?: string | undefined;
}

interface WriteOptions {
  /** Whether all of the source was read: only then is a file taken away whose page is gone. */
  readonly isWhole: boolean;
  readonly dryRun: boolean;
}

/** Writes the articles, keeping what was edited by hand, and takes away those whose page is gone and that nobody edited. */
export async function writeArticles(
  keep: Keep,
  drafts: readonly Draft[],
  { isWhole, dryRun }: WriteOptions,
): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  const files: Record<string, SourceState['files'][string]> = isWhole ? {} : { ...keep.state.files };
  for (const draft of drafts) {
    const path = pathOf(draft);
    const theirs = articleFile(draft);
    const [base, own] = [await keep.readBase(path), await keep.read(path)];
    const merged = mergeArticle(base, own, theirs);
    changes.push({ path, kind: merged.kind, diff: diffOf(path, merged, own, theirs) });
    files[path] = { key: draft.key, language: draft.language, id: draft.id };
    if (dryRun) continue;
    if ('text' in merged && merged.text !== own) await keep.write(path, merged.text);
    if (base !== theirs) await keep.writeBase(path, theirs);
  }
  if (isWhole) changes.push(...(await takeAway(keep, files, dryRun)));
  if (!dryRun) await keep.saveState({ files });
  return changes;
}

async function takeAway(keep: Keep, files: SourceState['files'], dryRun: boolean): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  for (const path of Object.keys(keep.state.files).filter((each) => files[each] === undefined)) {
    const [base, own] = [await keep.readBase(path), await keep.read(path)];
    if (own !== undefined) changes.push({ path, kind: own === base ? 'removed' : 'left' });
    if (dryRun) continue;
    if (own === base) await keep.remove(path);
    await keep.removeBase(path);
  }
  return changes;
}

function diffOf(path: string, merged: Merged, own: string | undefined, theirs: string): string | undefined {
  if (merged.kind === 'joined') return createPatch(path, own ?? '', merged.text, 'yours', 'joined');
  if (merged.kind === 'conflict') return createPatch(path, merged.text, theirs, 'kept', 'source');
  if (merged.kind === 'updated') return createPatch(path, own ?? '', merged.text, 'before', 'source');
  return undefined;
}

const pathOf = ({ language, id }: Draft) => `${language}/articles/${id}.md`;
