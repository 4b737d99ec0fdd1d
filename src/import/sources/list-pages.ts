import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** How the files of pages end. */
export const PAGE_ENDING = /\.(?:mdx?|markdown|x?html?)$/i;
const HTML = /\.x?html?$/i;
export const isHtml = (file: string) => HTML.test(file);

/** Folders that are no pages: of tools, of themes, of what a build leaves. */
const NO_PAGES =
  /^(?:\..*|node_modules|_includes|_layouts|_sass|_site|_data|layouts|themes|vendor|dist|build|versioned_docs|versioned_sidebars)$/;
/** Files about the folder itself. */
const ABOUT =
  /^(?:license|changelog|contributing|code_of_conduct|security|pull_request_template|issue_template)\.\w+$/i;

interface ListedPages {
  /** Below the folder, sorted. */
  readonly files: readonly string[];
  /** Pages of HTML beside Markdown: mostly templates and what a build left. */
  readonly beside: readonly string[];
}

/** The pages of a folder: its Markdown, or where there is none its HTML. */
export async function listPages(root: string): Promise<ListedPages> {
  const found: string[] = [];
  const walk = async (folder: string) => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      // A link may lead out of the folder, or in a circle.
      if (entry.isDirectory() && !NO_PAGES.test(entry.name)) await walk(path);
      else if (entry.isFile() && PAGE_ENDING.test(entry.name) && !ABOUT.test(entry.name)) found.push(path);
    }
  };
  await walk('');
  found.sort();
  const markdown = found.filter((file) => !isHtml(file));
  return markdown.length > 0 ? { files: markdown, beside: found.filter(isHtml) } : { files: found, beside: [] };
}
