import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { LintFinding } from '../knowledge/articles/lint-knowledge.js';
import { articlePaths } from '../training/article-paths.js';

/** Gives findings the path of their file as the author knows it, and the line on which what is meant stands. */
export async function placeFindings(folder: string, findings: readonly LintFinding[]): Promise<readonly LintFinding[]> {
  const paths = await pathsByName(folder);
  const texts = new Map<string, string>();
  const placed: LintFinding[] = [];
  for (const finding of findings) {
    const path = paths.get(finding.file);
    if (path === undefined) {
      placed.push(finding);
      continue;
    }
    const text = texts.get(path) ?? (await readFile(path, 'utf8'));
    texts.set(path, text);
    const at = finding.near === undefined ? -1 : text.indexOf(finding.near);
    const line = at < 0 ? undefined : text.slice(0, at).split('\n').length;
    placed.push({ ...finding, file: relative(process.cwd(), path), line });
  }
  return placed;
}

/** Where an article is, by how findings name it: by its id, in which folders are joined by hyphens. */
async function pathsByName(folder: string): Promise<ReadonlyMap<string, string>> {
  const paths = [...(await articlePaths(folder))];
  return new Map(paths.map(([id, path]) => [`${id.replace('/', '/articles/')}.md`, join(folder, path)]));
}
