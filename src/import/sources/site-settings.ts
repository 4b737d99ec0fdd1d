import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** What the settings of a generator say about the whole site. */
export interface SiteSettings {
  /** Where it is public: `https://help.example.com/docs/`. */
  readonly site?: string | undefined;
  readonly language?: string | undefined;
  /** Titles of pages and the titles above them, by path: MkDocs' navigation. */
  readonly navigation: ReadonlyMap<string, { readonly title?: string | undefined; readonly above: readonly string[] }>;
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
  const navigation = new Map<string, { title?: string | undefined; above: readonly string[] }>();
  readNavigation(mkdocs.nav, [], string(mkdocs.docs_dir) ?? 'docs', navigation);
  return {
    site: site && URL.canParse(base, site) ? new URL(base, site).href : undefined,
    language: language?.slice(0, 2).toLowerCase(),
    navigation,
  };
}

function readNavigation(
  entry: unknown,
  above: readonly string[],
  folder: string,
  into: Map<string, { title?: string | undefined; above: readonly string[] }>,
): void {
  if (typeof entry === 'string' && !/^https?:/.test(entry)) into.set(`${folder}/${entry}`, { above });
  else if (Array.isArray(entry)) for (const each of entry) readNavigation(each, above, folder, into);
  else if (isRecord(entry))
    for (const [title, below] of Object.entries(entry)) {
      if (typeof below === 'string') into.set(`${folder}/${below}`, { title, above });
      else readNavigation(below, [...above, title], folder, into);
    }
}

/** Tags of Python in MkDocs' settings are no reason to stop. */
function fieldsOf(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  const fields: unknown = parseDocument(text, { logLevel: 'silent' }).toJS();
  return isRecord(fields) ? fields : {};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const string = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
