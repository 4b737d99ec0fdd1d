import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImportError } from './import-error.js';
import type { Source } from './source.js';
import { apiOf } from './sources/api-of.js';
import { PAGE_ENDING } from './sources/list-pages.js';
import { readCsv } from './sources/read-csv.js';
import { readFolder } from './sources/read-folder.js';
import { readGuidesText } from './sources/read-guides-text.js';
import { readSite } from './sources/read-site.js';
import type { Answers } from './web/answers.js';
import { openDoor } from './web/open-door.js';

interface SourceOptions {
  readonly site?: string | undefined;
  /** Keys of APIs are read from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What earlier tries read of the web. */
  readonly answers: Answers;
  readonly mayBePrivate: boolean;
}

/** What a person means by SOURCE. @throws ImportError that names what can be imported */
export function openSource(given: string, options: SourceOptions): Source {
  const api = apiOf(given, options.env);
  if (api) {
    const door = doorTo(api.origin, options, api.headers);
    return { ...api.read(api.origin, door), close: door.close };
  }
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) throw new ImportError(`"${given}" is no web address.`);
    const door = doorTo(given, options);
    return { ...readSite(given, { door, wait: sleep }), close: door.close };
  }
  const found = statSync(given, { throwIfNoEntry: false });
  if (found?.isDirectory()) return readFolder(given, options.site);
  if (found && PAGE_ENDING.test(given)) return readFolder(dirname(given), options.site, basename(given));
  if (found && /\.(?:csv|tsv)$/i.test(given)) return readCsv(given);
  if (found && /\.txt$/i.test(given)) return readGuidesText(given);
  throw new ImportError(
    `Nothing to import found at "${given}". Expected: a folder of Markdown or of HTML, one page of either (.md, .mdx, .html), a web address, zendesk:, freshdesk: or teamwork: with the name of your account, intercom:, the text of a page of guides (.txt), or a CSV of questions and answers.`,
  );
}

function doorTo(address: string, { answers, mayBePrivate }: SourceOptions, headers?: Readonly<Record<string, string>>) {
  return openDoor({ host: new URL(address).host, answers, wait: sleep, mayBePrivate, ...(headers ? { headers } : {}) });
}
