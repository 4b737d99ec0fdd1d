import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { plainPath } from '../articles/plain-path.js';
import { isRecord } from '../is-record.js';
import type { SidebarEntry } from './read-sidebars.js';

/** What the settings of a generator say about the whole site. */
export interface SiteSettings {
  /** Where it is public: `https://help.example.com/docs/`. */
  readonly site?: string | undefined;
  readonly language?: string | undefined;
  /** MkDocs' navigation, which names the pages too; sidebars of other generators are {@link readSidebars}'s. */
  readonly navigation: readonly SidebarEntry[];
}

/** Reads those of MkDocs, Jekyll, Hugo and Docusaurus where they stand beside the pages; what is not there is not known. */
export async function siteSettings(folder: string): Promise<SiteSettings> {
  const text = async (...names: readonly string[]) => {
    for (const name of names) {
      const read = await readFile(join(folder, name), 'utf8').catch(() => undefined);
      if (read !== undefined) return read;
    }
    return undefined;
  };
  const mkdocs = fieldsOf(await text('mkdocs.yml', 'mkdocs.yaml'));
  const jekyll = fieldsOf(await text('_config.yml'));
  const script =
    (await text('docusaurus.config.js', 'docusaurus.config.ts', 'hugo.toml', 'config.toml', 'hugo.yaml')) ?? '';
  const named = (...names: readonly string[]) =>
    names.flatMap(
      (name) => new RegExp(`^[^/\\n]*\\b${name}\\s*[:=]\\s*['"]([^'"]+)['"]`, 'm').exec(script)?.[1] ?? [],
    )[0];
  const base = named('baseUrl') ?? string(jekyll.baseurl) ?? '/';
  const site = string(mkdocs.site_url) ?? string(jekyll.url) ?? named('url', 'baseURL');
  const theme = mkdocs.theme;
  const language =
    string(jekyll.lang) ??
    named('defaultLocale', 'defaultContentLanguage', 'languageCode') ??
    (isRecord(theme) ? string(theme.language) : undefined);
  const navigation = readNavigation(mkdocs.nav, [], string(mkdocs.docs_dir) ?? 'docs');
  return {
    site: site && URL.canParse(base, site) ? new URL(base, site).href : undefined,
    language: language?.slice(0, 2).toLowerCase(),
    navigation,
  };
}

function readNavigation(entry: unknown, above: readonly string[], folder: string): readonly SidebarEntry[] {
  const page = (path: string, title?: string): readonly SidebarEntry[] =>
    /^https?:/.test(path) ? [] : [{ kind: 'page', path: plainPath(`/${folder}/${path}`), title, above }];
  if (typeof entry === 'string') return page(entry);
  if (Array.isArray(entry)) return entry.flatMap((each: unknown) => readNavigation(each, above, folder));
  if (!isRecord(entry)) return [];
  return Object.entries(entry).flatMap(([title, below]) =>
    typeof below === 'string' ? page(below, title) : readNavigation(below, [...above, title], folder),
  );
}

/** Tags of Python in MkDocs' settings are no reason to stop. */
function fieldsOf(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  const fields: unknown = parseDocument(text, { logLevel: 'silent' }).toJS();
  return isRecord(fields) ? fields : {};
}
const string = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
