import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, posix, relative, resolve } from 'node:path';
import { decodeText } from '../decode-text.js';
import { ImportError } from '../import-error.js';
import { readFrontMatter } from '../markdown/read-front-matter.js';
import type { Source } from '../source.js';
import type { SourceItem, SourcePage, TakeNote } from '../source-page.js';
import { folderCategories, type PlacedPage } from './folder-categories.js';
import { gitDates } from './git-dates.js';
import { findLanguageFolders, languageOfPath } from './language-of-path.js';
import { pageFields } from './page-fields.js';
import { siteSettings } from './site-settings.js';

const ENDING = /\.(?:mdx?|markdown)$/i;
/** Folders that are no pages: of tools, of themes, of what a build leaves. */
const NO_PAGES =
  /^(?:\..*|node_modules|_includes|_layouts|_sass|_site|_data|layouts|themes|vendor|dist|build|versioned_docs|versioned_sidebars)$/;
/** Files about the folder itself. */
const ABOUT =
  /^(?:license|changelog|contributing|code_of_conduct|security|pull_request_template|issue_template)\.\w+$/i;
/** Beyond this a file is a log or a dump: no page of help is so long. */
const LARGEST = 5 * 1024 * 1024;

interface Read extends PlacedPage {
  readonly file: string;
  readonly format: SourcePage['format'];
  readonly body: string;
  readonly firstLine: number;
  readonly day: string;
}

/**
 * A folder of Markdown or MDX as a generator has it: Docusaurus, Eleventy, Hugo, Jekyll, VitePress, MkDocs or none.
 * @param site where it is public; what the generator's settings say counts without it
 */
export function readFolder(folder: string, site?: string): Source {
  const root = resolve(folder);
  return {
    name: root,
    site,
    async *items() {
      const notes: SourceItem[] = [];
      const noteOf =
        (key: string): TakeNote =>
        (kind, message, line) =>
          notes.push({ kind: 'note', note: { key, kind, message, line } });
      const files = await listFiles(root);
      if (files.length === 0) throw new ImportError(`No Markdown file (.md, .mdx) found in ${folder}.`);
      const settings = await siteSettings(root);
      const public_ = site ?? settings.site;
      const dates = await gitDates(root);
      const languageFolders = findLanguageFolders(files.map((file) => file.replace(ENDING, '')));
      const pages: Read[] = [];
      const unused = new Map<string, number>();
      for (const file of files) {
        const note = noteOf(file);
        const read = await readOne(join(root, file), note);
        if (!read) continue;
        const { fields: front, body, firstLine } = readFrontMatter(read.text, note);
        const fields = pageFields(front);
        for (const name of fields.unused) unused.set(name, (unused.get(name) ?? 0) + 1);
        if (fields.isHidden) {
          note('dropped', 'a draft: its fields say that it is not public');
          continue;
        }
        const found = languageOfPath(file.replace(ENDING, ''), languageFolders);
        const navigated = settings.navigation.get(file);
        pages.push({
          file,
          path: found.path,
          language: found.language ?? fields.language ?? settings.language,
          fields: { ...fields, title: fields.title ?? navigated?.title },
          above: navigated?.above,
          format: /\.mdx$/i.test(file) ? 'mdx' : 'markdown',
          body,
          firstLine,
          day: fields.updated ?? dates.get(file) ?? read.day,
        });
      }
      if (unused.size > 0)
        noteOf('front matter')(
          'dropped',
          `fields that say how a site is made: ${[...unused].map(([name, count]) => `${name} (${count})`).join(', ')}`,
        );
      yield* notes;
      const categoriesOf = folderCategories(pages, await readLabels(root));
      const common = commonFolder(pages.map(({ path }) => path));
      for (const page of pages) {
        const aliases = aliasesOf(page);
        const [permalink] = page.fields.addresses.filter((one) => one.startsWith('/'));
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
            categories: categoriesOf(page),
            address: public_ && permalink ? new URL(permalink, public_).href : undefined,
            aliases,
            updated: page.day,
            questions: page.fields.questions,
          },
        };
      }
    },
    picture: (page, address) => pictureFile(root, page.key, address),
  };
}

async function listFiles(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (folder: string) => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      // A link may lead out of the folder, or in a circle.
      if (entry.isDirectory() && !NO_PAGES.test(entry.name)) await walk(path);
      else if (entry.isFile() && ENDING.test(entry.name) && !ABOUT.test(entry.name)) found.push(path);
    }
  };
  await walk('');
  return found.sort();
}

async function readOne(
  path: string,
  note: TakeNote,
): Promise<{ readonly text: string; readonly day: string } | undefined> {
  const { size, mtime } = await stat(path);
  if (size > LARGEST) {
    note('failed', `${Math.round(size / 1024 / 1024)} MB: too large for a page (at most ${LARGEST / 1024 / 1024} MB)`);
    return undefined;
  }
  return { text: decodeText(await readFile(path), note), day: mtime.toISOString().slice(0, 10) };
}

/** Titles that Docusaurus gives to folders. */
async function readLabels(root: string): Promise<ReadonlyMap<string, string>> {
  const labels = new Map<string, string>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter(({ name }) => /^_category_\.(?:json|ya?ml)$/.test(name))) {
    if (entry.parentPath.includes('node_modules')) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    const [, label] = /^[\s{]*["']?label["']?\s*:\s*["']?([^"'\n,]+)/m.exec(text) ?? [];
    if (label) labels.set(relative(root, entry.parentPath).replaceAll('\\', '/'), label.trim());
  }
  return labels;
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

/** Where generators keep what pages show. */
const SHELVES = ['', 'static', 'public', 'docs/public', 'docs', 'src', 'assets', 'content', 'source'];

function pictureFile(root: string, file: string, address: string): string | undefined {
  const path = safeDecode(address.replace(/[?#].*$/, ''))
    .replace(/^@site\//, '/')
    .replace(/^~\//, '/');
  if (!/\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(path)) return undefined;
  const places = path.startsWith('/')
    ? SHELVES.map((shelf) => join(root, shelf, path))
    : [join(root, posix.dirname(file), path), ...SHELVES.map((shelf) => join(root, shelf, path))];
  // What a page may show stands in its folder: `../../../etc/passwd.png` is none.
  return places.find(
    (place) =>
      !relative(root, place).startsWith('..') && extname(place) !== '' && basename(place) !== '' && existsSync(place),
  );
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
