import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import { isRecord } from '../is-record.js';

/** What a folder says of itself. */
export interface FolderFields {
  readonly label?: string | undefined;
  /** Its place among those beside it. */
  readonly position?: number | undefined;
}

/** What `_category_.json` and `_category_.yml` of Docusaurus say, by path of their folder below the source. */
export async function folderFields(root: string): Promise<ReadonlyMap<string, FolderFields>> {
  const fields = new Map<string, FolderFields>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter(({ name }) => /^_category_\.(?:json|ya?ml)$/.test(name))) {
    if (entry.parentPath.includes('node_modules')) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    // JSON is YAML, too; what is broken is read as far as it goes.
    const read: unknown = parseDocument(text, { logLevel: 'silent' }).toJS();
    if (!isRecord(read)) continue;
    const { label, position } = read;
    fields.set(relative(root, entry.parentPath).replaceAll('\\', '/'), {
      label: typeof label === 'string' && label.trim() ? label.trim() : undefined,
      position: typeof position === 'number' ? position : undefined,
    });
  }
  return fields;
}
