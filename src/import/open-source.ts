import { statSync } from 'node:fs';
import { ImportError } from './import-error.js';
import type { Source } from './source.js';
import { readFolder } from './sources/read-folder.js';

interface SourceOptions {
  readonly site?: string | undefined;
  /** Keys of APIs are read from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a person means by SOURCE. @throws ImportError that names what can be imported */
export function openSource(given: string, { site }: SourceOptions): Source {
  const found = statSync(given, { throwIfNoEntry: false });
  if (found?.isDirectory()) return readFolder(given, site);
  throw new ImportError(`Nothing to import found at "${given}". A folder of Markdown is expected.`);
}
