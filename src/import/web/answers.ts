import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An answer of the web, as it is kept until the import is whole. */
export interface Answer {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly type: string;
  readonly text: string;
}

/** What was read already: an import that broke off goes on where it was. */
export interface Answers {
  get(url: string): Promise<Answer | undefined>;
  put(url: string, answer: Answer): Promise<void>;
  /** The import is whole: the next one asks anew. */
  forget(): Promise<void>;
}

/** Keeps them as files. Keys and tokens are in none: an answer is found by its address alone. */
export function openAnswers(folder: string): Answers {
  const fileOf = (url: string) => join(folder, `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.json`);
  return {
    async get(url) {
      try {
        const { asked, ...answer }: Answer & { asked?: string } = JSON.parse(await readFile(fileOf(url), 'utf8'));
        return asked === url ? answer : undefined;
      } catch {
        return undefined;
      }
    },
    async put(url, answer) {
      await mkdir(folder, { recursive: true });
      const file = fileOf(url);
      await writeFile(`${file}.part`, JSON.stringify({ asked: url, ...answer }), { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}
