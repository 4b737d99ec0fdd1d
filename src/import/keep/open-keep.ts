import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ImportError } from '../import-error.js';
import { type ImportState, NO_STATE, readState, type SourceState } from './import-state.js';

/** Below the folder of a help centre: what imports have to remember. Its files are no articles to anybody. */
export const KEPT = '.import';

/** The folder that an import writes into, and what earlier imports left there. */
export interface Keep {
  readonly state: SourceState;
  /** Nothing when the file is not there. @param path below the folder */
  read(path: string): Promise<string | undefined>;
  /** What the last import wrote there. */
  readBase(path: string): Promise<string | undefined>;
  write(path: string, content: string | Uint8Array): Promise<void>;
  writeBase(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  removeBase(path: string): Promise<void>;
  copy(from: string, path: string): Promise<void>;
  saveState(state: SourceState): Promise<void>;
}

/**
 * @param source the name of the source: several may be imported into one folder
 * @throws ImportError when what earlier imports left cannot be read
 */
export async function openKeep(folder: string, source: string): Promise<Keep> {
  const statePath = join(folder, KEPT, 'state.json');
  const text = await readIfThere(statePath);
  const all: ImportState | undefined = text === undefined ? NO_STATE : readState(text);
  if (!all)
    throw new ImportError(
      `${statePath} cannot be read: it says what earlier imports wrote. Put it back, or import into an empty folder.`,
    );
  const base = (path: string) => join(folder, KEPT, 'base', `${path}.base`);
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(path), { recursive: true });
    // Whole or not at all: a server may be reading.
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path);
  };
  return {
    state: all.sources[source] ?? { files: {} },
    read: (path) => readIfThere(join(folder, path)),
    readBase: (path) => readIfThere(base(path)),
    write: (path, content) => write(join(folder, path), content),
    writeBase: (path, content) => write(base(path), content),
    remove: (path) => rm(join(folder, path), { force: true }),
    removeBase: (path) => rm(base(path), { force: true }),
    async copy(from, path) {
      const to = join(folder, path);
      await mkdir(dirname(to), { recursive: true });
      await copyFile(from, to);
    },
    saveState: (state) =>
      write(statePath, `${JSON.stringify({ ...all, sources: { ...all.sources, [source]: state } }, null, 1)}\n`),
  };
}

function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
}
