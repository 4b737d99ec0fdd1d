import { type AlertKind, alertKind } from '../alert-kind.js';
import { readAttributes } from './read-attributes.js';

/** Lines that a generator's mark puts into a box. */
export type Container = {
  readonly body: readonly string[];
  /** The index of the first line behind it. */
  readonly end: number;
  /** White space before its first line. */
  readonly indent: string;
  /** A title; the language of `code`; for `removed`, what is said about it. */
  readonly title: string;
} & (
  | { readonly kind: 'alert'; readonly alert: AlertKind }
  | { readonly kind: 'labelled' | 'plain' | 'code' | 'removed' }
);

type Reader = (lines: readonly string[], at: number) => Container | undefined;

/** The container that begins on a line, if one does. */
export const openContainer: Reader = (lines, at) => {
  for (const reader of READERS) {
    const found = reader(lines, at);
    if (found) return found;
  }
  return undefined;
};

/** Docusaurus `:::warning[Title]`, VitePress and markdown-it-container `::: warning Title`; more colons around fewer. */
const colons: Reader = (lines, at) => {
  const opening = /^(\s*)(:{3,})\s*([\w-]+)(?:\[(.*)\])?[ \t]*(?:\{[^}]*\})?[ \t]*(.*?)\s*$/.exec(lines[at] ?? '');
  if (!opening) return undefined;
  const [, indent = '', marks = '', name = '', bracketed, behind = ''] = opening;
  let depth = 1;
  let end = at + 1;
  for (; end < lines.length; end++) {
    const [, own = '', what = ''] = /^\s*(:{3,})\s*(\S*)/.exec(lines[end] ?? '') ?? [];
    if (own === '') continue;
    if (what !== '' && own.length <= marks.length) depth++;
    else if (what === '' && (own.length === marks.length || depth > 1)) depth--;
    if (depth === 0) break;
  }
  const body = lines.slice(at + 1, end).map((line) => withoutIndent(line, indent.length));
  return { ...boxOf(name, bracketed ?? behind.replace(/^"(.*)"$/, '$1')), body, end: end + 1, indent };
};

/** MkDocs and Python-Markdown: `!!! warning "Title"`, `??? note`, `=== "Tab"`, with a body that is indented by four. */
const exclamations: Reader = (lines, at) => {
  const opening = /^(\s*)(!!!|\?{3}\+?|===)[ \t]+(?:([\w-]+(?:[ \t]+[\w-]+)*)[ \t]*)?(?:"(.*)")?\s*$/.exec(
    lines[at] ?? '',
  );
  if (!opening) return undefined;
  const [, indent = '', mark = '', names = '', title] = opening;
  if (mark === '===' && title === undefined) return undefined;
  const margin = indent.length + 4;
  let end = at + 1;
  while (end < lines.length && (/^\s*$/.test(lines[end] ?? '') || marginOf(lines[end]) >= margin)) end++;
  while (end > at + 1 && /^\s*$/.test(lines[end - 1] ?? '')) end--;
  const body = lines.slice(at + 1, end).map((line) => withoutIndent(line, margin));
  const [name = ''] = names.split(/\s+/);
  const box = mark === '===' ? ({ kind: 'labelled', title: title ?? '' } as const) : boxOf(name || 'note', title ?? '');
  return { ...box, body, end, indent };
};

/** Hugo's paired short codes and Eleventy's or Jekyll's paired tags, each on a line of its own. */
const shortCodes: Reader = (lines, at) => {
  const line = lines[at] ?? '';
  const opening =
    /^(\s*)\{\{[<%]\s*([\w./-]+)\s*([^>%]*?)\s*[>%]\}\}\s*$/.exec(line) ??
    /^(\s*)\{%-?\s*([\w./-]+)\s*([^%]*?)\s*-?%\}\s*$/.exec(line);
  if (!opening) return undefined;
  const [, indent = '', name = '', rest = ''] = opening;
  const closing = new RegExp(`\\{[{%][<%]?-?\\s*(?:/\\s*|end)${name.replace(/[.\\/]/g, '\\$&')}\\s*-?[>%}]`);
  const again = new RegExp(`\\{[{%][<%]?-?\\s*${name.replace(/[.\\/]/g, '\\$&')}[\\s>%]`);
  let depth = 1;
  let end = at + 1;
  for (; end < lines.length; end++) {
    if (closing.test(lines[end] ?? '')) depth--;
    else if (again.test(lines[end] ?? '')) depth++;
    if (depth === 0) break;
  }
  if (end === lines.length) return undefined;
  const { named, positional } = readAttributes(rest);
  const title = named.title ?? named.name ?? named.summary ?? named.label ?? named.header ?? '';
  const body = lines.slice(at + 1, end).map((each) => withoutIndent(each, indent.length));
  const found = { body, end: end + 1, indent };
  if (name === 'highlight') return { ...found, kind: 'code', title: positional[0] ?? '' };
  if (name === 'comment') return { ...found, kind: 'removed', title: 'a comment' };
  if (name === 'raw' || name === 'verbatim') return { ...found, kind: 'plain', title: '' };
  const kindNamed = [name, named.type, named.color, named.style, named.class, positional[0]]
    .flatMap((word) => word?.split(/[\s-]+/) ?? [])
    .flatMap((word) => (alertKind(word) ? [word] : []));
  if (alertKind(name)) {
    const own = kindNamed.find((word) => word !== name && alertKind(word) !== 'note') ?? name;
    const heading = title || positional.find((word) => !alertKind(word)) || '';
    return { ...found, kind: 'alert', alert: alertKind(own) ?? 'note', title: heading };
  }
  return {
    ...found,
    kind: 'labelled',
    title:
      title ||
      (/\s/.test(positional[0] ?? '') || /tab|detail|expand|collapse|accordion/i.test(name)
        ? (positional[0] ?? '')
        : ''),
  };
};

/** kramdown: `{: .warning }` on the line before a paragraph or a quote. */
const kramdown: Reader = (lines, at) => {
  const [, indent = '', classes = ''] = /^(\s*)\{:\s*([^}]*)\}\s*$/.exec(lines[at] ?? '') ?? [];
  const kind = classes
    .split(/[\s.]+/)
    .map((name) => alertKind(name.replace(/-title$/, '')))
    .find((found) => found !== undefined);
  if (kind === undefined || !(lines[at + 1] ?? '').trim()) return undefined;
  let end = at + 1;
  while (end < lines.length && (lines[end] ?? '').trim()) end++;
  const body = lines.slice(at + 1, end).map((line) => line.trimStart().replace(/^>\s?/, ''));
  return { kind: 'alert', alert: kind, title: '', body, end, indent };
};

const READERS: readonly Reader[] = [colons, exclamations, shortCodes, kramdown];

/** What a container of this name is; one that nobody knows keeps its title and its lines. */
function boxOf(
  name: string,
  title: string,
): { kind: 'alert'; alert: AlertKind; title: string } | { kind: 'labelled'; title: string } {
  const alert = alertKind(name);
  return alert ? { kind: 'alert', alert, title: title.trim() } : { kind: 'labelled', title: title.trim() };
}

const marginOf = (line = '') => line.replace(/\t/g, '    ').search(/\S|$/);
const withoutIndent = (line: string, most: number) =>
  line.replace(/^\s*/, (space) =>
    space.replace(/\t/g, '    ').slice(Math.min(most, space.replace(/\t/g, '    ').length)),
  );
