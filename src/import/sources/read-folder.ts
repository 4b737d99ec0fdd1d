import { readFile, stat } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { plainPath } from '../articles/plain-path.js';
import { decodeHtml, decodeText } from '../decode-text.js';
import { ImportError } from '../import-error.js';
import { readFrontMatter } from '../markdown/read-front-matter.js';
import type { Source } from '../source.js';
import type { SourceItem, SourcePage, TakeNote } from '../source-page.js';
import { folderCategories, type PlacedPage } from './folder-categories.js';
import { folderFields } from './folder-fields.js';
import { gitDates } from './git-dates.js';
import { findLanguageFolders, languageOfPath } from './language-of-path.js';
import { isHtml, listPages, PAGE_ENDING } from './list-pages.js';
import { type PageFields, pageFields } from './page-fields.js';
import { pageOfHtml } from './page-of-html.js';
import { pictureFile } from './picture-file.js';
import { placePages } from './place-pages.js';
import { readSidebars } from './read-sidebars.js';
import { siteSettings } from './site-settings.js';

/** Beyond this a file is a log or a dump: no page of help is so long. */
const LARGEST = 5 * 1024 * 1024;

/** What the file of a page says. */
interface ReadFile {
  readonly fields: PageFields;
  readonly format: SourcePage['format'];
  readonly body: string;
  readonly firstLine: number;
  /** Where the page says itself that the public reads it. */
  readonly canonical?: string | undefined;
}

interface Read extends ReadFile, PlacedPage {
  readonly file: string;
  readonly day: string;
}

/**
 * A folder of Markdown or MDX as a generator has it (Docusaurus, Eleventy, Hugo, Jekyll, VitePress, MkDocs or none), or of saved
 * or exported pages of HTML.
 * @param site where it is public; what the generator's settings say counts without it
 * @param only the one file that is wanted
 */
export function readFolder(folder: string, site?: string, only?: string): Source {
  const root = resolve(folder);
  return {
    name: only === undefined ? root : join(root, only),
    site,
    async *items() {
      const notes: SourceItem[] = [];
      const noteOf =
        (key: string): TakeNote =>
        (kind, message, line) =>
          notes.push({ kind: 'note', note: { key, kind, message, line } });
      const { files, beside } = only === undefined ? await listPages(root) : { files: [only], beside: [] };
      if (files.length === 0)
        throw new ImportError(`No Markdown file (.md, .mdx) and no page of HTML found in ${folder}.`);
      if (beside.length > 0)
        noteOf('HTML')(
          'dropped',
          `${beside.length} files of HTML stand beside the Markdown (${beside.slice(0, 3).join(', ')}${beside.length > 3 ? ', …' : ''}): give those that are pages as a source of their own`,
        );
      const settings = await siteSettings(root);
      const navigation = [...settings.navigation, ...(await readSidebars(root, noteOf))];
      const titles = new Map(settings.navigation.map(({ path, title }) => [path, title]));
      const public_ = site ?? settings.site;
      const dates = await gitDates(root);
      const languageFolders = findLanguageFolders(files.map((file) => file.replace(PAGE_ENDING, '')));
      const pages: Read[] = [];
      const unused = new Map<string, number>();
      for (const file of files) {
        const note = noteOf(file);
        const { size, mtime } = await stat(join(root, file));
        if (size > LARGEST) {
          note(
            'failed',
            `${Math.round(size / 1024 / 1024)} MB: too large for a page (at most ${LARGEST / 1024 / 1024} MB)`,
          );
          continue;
        }
        const bytes = await readFile(join(root, file));
        const read = isHtml(file) ? readHtml(bytes, note) : readMarkdown(file, bytes, note);
        if (!read) continue;
        const { fields } = read;
        for (const name of fields.unused) unused.set(name, (unused.get(name) ?? 0) + 1);
        if (fields.isHidden) {
          note('dropped', 'a draft: its fields say that it is not public');
          continue;
        }
        const found = languageOfPath(file.replace(PAGE_ENDING, ''), languageFolders);
        pages.push({
          ...read,
          file,
          path: found.path,
          language: found.language ?? fields.language ?? settings.language,
          fields: { ...fields, title: fields.title ?? titles.get(plainPath(`/${file}`)) },
          day: fields.updated ?? dates.get(file) ?? mtime.toISOString().slice(0, 10),
        });
      }
      if (unused.size > 0)
        noteOf('front matter')(
          'dropped',
          `fields that say how a site is made: ${[...unused].map(([name, count]) => `${name} (${count})`).join(', ')}`,
        );
      yield* notes;
      if (pages.length === 0) throw new ImportError(`${only ?? folder}: ${firstOf(notes)}.`);
      const folders = await folderFields(root);
      const places = placePages(pages, navigation, folders);
      const categoriesOf = folderCategories(pages, folders);
      const common = commonFolder(pages.map(({ path }) => path));
      const addresses = ownAddresses(pages, public_);
      for (const page of pages) {
        const { entry, order } = places.get(page) ?? {};
        yield {
          kind: 'page',
          page: {
            key: page.file,
            path: page.path.slice(common.length),
            language: page.language,
            title: page.fields.title,
            description: page.fields.description,
            format: page.format,
            text: page.body,
            firstLine: page.firstLine,
            categories: categoriesOf({ ...page, above: entry?.above }),
            order,
            address: addresses.get(page),
            aliases: aliasesOf(page),
            updated: page.day,
            questions: page.fields.questions,
          },
        };
      }
    },
    picture: (page, address) => pictureFile(root, page.key, address),
  };
}

function readMarkdown(file: string, bytes: Uint8Array, note: TakeNote): ReadFile {
  const { fields, body, firstLine } = readFrontMatter(decodeText(bytes, note), note);
  return { fields: pageFields(fields), format: /\.mdx$/i.test(file) ? 'mdx' : 'markdown', body, firstLine };
}

function readHtml(bytes: Uint8Array, note: TakeNote): ReadFile | undefined {
  const page = pageOfHtml(decodeHtml(bytes, note), note);
  if (!page) return undefined;
  const { title, description, language, categories, updated, canonical, html } = page;
  const fields = { ...pageFields({}), title, description, language, categories, updated };
  return { fields, format: 'html', body: html, firstLine: 1, canonical };
}

/** Where the public reads each page: its permalink, or what it says itself, unless several say the same. */
function ownAddresses(pages: readonly Read[], site: string | undefined): ReadonlyMap<Read, string> {
  const named = pages.flatMap((page): readonly (readonly [Read, string])[] => {
    const [permalink] = page.fields.addresses.filter((one) => one.startsWith('/'));
    const address = site && permalink ? new URL(permalink, site).href : page.canonical;
    return address !== undefined && /^https?:/.test(address) ? [[page, address]] : [];
  });
  const counts = new Map<string, number>();
  for (const [, address] of named) counts.set(address, (counts.get(address) ?? 0) + 1);
  return new Map(named.filter(([page, address]) => page.format !== 'html' || counts.get(address) === 1));
}

function firstOf(notes: readonly SourceItem[]): string {
  const [first] = notes.flatMap((item) =>
    item.kind === 'note' && item.note.key !== 'HTML' ? [item.note.message] : [],
  );
  return first ?? 'no page with a text found';
}

/** `docs/` when all pages stand below it: no part of an id. */
function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  const [folder] = /^(?:docs?|content|src|pages)\//i.exec(first) ?? [];
  return folder !== undefined && paths.every((path) => path.startsWith(folder)) ? folder : '';
}

function aliasesOf({ file, path, fields }: Read): readonly string[] {
  const own = fields.addresses.map((address) =>
    address.startsWith('/') ? address : posix.join('/', posix.dirname(path), address),
  );
  return [...new Set([`/${file}`, `/${path}`, ...own])];
}
