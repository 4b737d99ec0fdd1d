import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { articleId } from '../knowledge/articles/read-article.js';

/** Where articles are below a folder, with slashes, by `<language>/<id>`: folders below `articles/` are part of the id. */
export async function articlePaths(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const files = await readdir(join(folder, entry.name, 'articles'), { recursive: true }).catch(() => []);
    for (const file of files.filter((name) => name.endsWith('.md')))
      found.set(`${entry.name}/${articleId(file)}`, `${entry.name}/articles/${file.replaceAll('\\', '/')}`);
  }
  return found;
}
