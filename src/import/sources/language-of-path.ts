const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether a name is that of a language: `fr`, `pt-BR`; `js` and `api` are none that anybody writes help in. */
export function isLanguage(name: string): boolean {
  if (!/^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(name) || NOT_MEANT.has(name)) return false;
  return NAMES.of(name.replace('_', '-')) !== undefined;
}

/** Codes of languages that are, as names of folders, something else. */
const NOT_MEANT = new Set(['io', 'ia', 'ie', 'vo', 'ts', 'as', 'or', 'to', 'so', 'rm', 'cv', 'cu', 'ae', 'an']);

interface Found {
  readonly language?: string | undefined;
  /** Without what named the language. */
  readonly path: string;
}

/** Reads the language from a folder (`fr/…`, `i18n/fr/docusaurus-plugin-content-docs/current/…`) or from `page.fr.md`. */
export function languageOfPath(path: string, languageFolders: ReadonlySet<string>): Found {
  const translated =
    /^i18n\/([\w-]+)\/docusaurus-plugin-content-(?:docs|pages|blog)\/(?:current\/|version-[^/]+\/)?(.+)$/.exec(path);
  if (translated) return { language: plain(translated[1]), path: `docs/${translated[2]}` };
  const parts = path.split('/');
  const at = parts.findIndex((_, index) => languageFolders.has(parts.slice(0, index + 1).join('/')));
  if (at >= 0) return { language: plain(parts[at]), path: parts.filter((_, index) => index !== at).join('/') };
  const suffixed = /^(.*)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$/.exec(path);
  if (suffixed?.[2] && isLanguage(suffixed[2])) return { language: plain(suffixed[2]), path: suffixed[1] ?? path };
  return { path };
}

/** As the folders of a help centre are called: `pt-BR` stays, `fr_FR` becomes `fr`. */
const plain = (name = '') =>
  name
    .replace('_', '-')
    .replace(/^([a-z]{2})-(\w+)$/, (whole, language: string, region: string) =>
      region.toLowerCase() === language ? language : whole,
    );

/**
 * The folders that stand for languages: at least two beside each other, or one with nothing else beside it.
 * @param paths of the files, without ending
 */
export function findLanguageFolders(paths: readonly string[]): ReadonlySet<string> {
  const beside = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let depth = 0; depth < Math.min(3, parts.length - 1); depth++) {
      const parent = parts.slice(0, depth).join('/');
      beside.set(parent, (beside.get(parent) ?? new Set()).add(parts[depth] ?? ''));
    }
  }
  const found = new Set<string>();
  for (const [parent, names] of beside) {
    const languages = [...names].filter(isLanguage);
    if (languages.length < 2 && !(languages.length === 1 && names.size === 1)) continue;
    for (const name of languages) found.add(parent ? `${parent}/${name}` : name);
  }
  return found;
}
