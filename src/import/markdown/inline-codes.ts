import { alertKind } from '../alert-kind.js';
import type { TakeNote } from '../source-page.js';
import { readAttributes } from './read-attributes.js';

interface LineContext {
  readonly title: string;
  readonly note: TakeNote;
}

/** Replaces the tags of generators in a line that is no code; code between back quotes stays as it is. */
export function inlineCodes(line: string, context: LineContext): string {
  if (!/[{[]|^-{1,2}8<|^<<</.test(line)) return line;
  if (/^\s*(?:\[\[?toc\]?\]|\{:\s*toc\b[^}]*\})\s*$/i.test(line)) return '';
  if (/^\s*(?:-+8<-+|<<<)\s/.test(line)) {
    context.note('dropped', `a part of another file is not brought in: ${line.trim()}`);
    return '';
  }
  return line
    .split(/(`+[^`]*`+)/)
    .map((part, at) => (at % 2 === 1 ? part : replaceTags(part, context)))
    .join('');
}

function replaceTags(text: string, context: LineContext): string {
  return (
    text
      .replace(/\{\{[<%]\s*(\/?[\w./-]+)\s*([\s\S]*?)\s*\/?[>%]\}\}/g, (_, name: string, rest: string) =>
        ofTag(name, rest, context),
      )
      .replace(/\{%-?\s*(\w+)\s*([\s\S]*?)\s*-?%\}/g, (_, name: string, rest: string) => ofTag(name, rest, context))
      .replace(/\{\{-?\s*([^}]*?)\s*-?\}\}/g, (whole, expression: string) => ofExpression(whole, expression, context))
      // Attributes of kramdown and of heading anchors: `{#an-id}`, `{: .class }`, `{ .md-button }`, `{target=_blank}`.
      .replace(/[ \t]?\{\s*(?::\s*[^}]*|[#.][\w-][^}]*|target=[^}]*|:target=[^}]*)\}/g, '')
  );
}

/** Tags that say how a page is made, not what it says. */
const SILENT =
  /^(?:\/|end|raw|verbatim|assign|capture|if|else|elsif|unless|for|case|when|set|layout|extends|block|toc|liquid|break|continue|cycle|increment|decrement|render_toc)/;

function ofTag(name: string, rest: string, { note }: LineContext): string {
  const { named, positional } = readAttributes(rest);
  const [first = ''] = positional;
  switch (name) {
    case 'ref':
    case 'relref':
    case 'link':
    case 'post_url':
    case 'url':
      return named.path ?? first;
    case 'figure':
    case 'image':
    case 'img':
    case 'picture':
      return picture(
        named.src ?? named.file ?? named.url ?? first,
        named.alt ?? named.title ?? named.caption ?? positional[1] ?? '',
        named.caption,
      );
    case 'youtube':
      return video(`https://www.youtube.com/watch?v=${named.id ?? first}`, named.title);
    case 'vimeo':
      return video(`https://vimeo.com/${named.id ?? first}`, named.title);
    case 'include':
    case 'render':
    case 'partial':
      return ofInclude(first, named, note);
    default:
      if (!SILENT.test(name)) note('dropped', `the tag "${name}" says nothing outside its generator`);
      return '';
  }
}

/** Jekyll's includes by the names that themes give them. */
function ofInclude(file: string, named: Readonly<Record<string, string>>, note: TakeNote): string {
  const stem = (file.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  const kind = [...stem.split(/[-_]/), named.type ?? ''].map(alertKind).find((found) => found !== undefined);
  const content = named.content ?? named.text ?? named.message;
  if (kind && content !== undefined) return `\n> [!${kind.toUpperCase()}]\n> ${content.replace(/\n/g, '\n> ')}\n`;
  if (/youtube/i.test(stem)) return video(`https://www.youtube.com/watch?v=${named.id ?? ''}`, named.title);
  if (/image|figure|picture|img|screenshot/i.test(stem) && (named.file ?? named.src ?? named.url))
    return picture(named.file ?? named.src ?? named.url ?? '', named.alt ?? named.caption ?? '', named.caption);
  note('dropped', `a part of another file is not brought in: ${file}`);
  return content ?? '';
}

function ofExpression(whole: string, expression: string, { title, note }: LineContext): string {
  if (/^site\.(?:baseurl|url|base_path)$|^(?:base_?url|root)$/i.test(expression)) return '';
  if (/^page\.title$|^title$|^frontmatter\.title$|^\$frontmatter\.title$/i.test(expression)) return title;
  const [, address] = /^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend)/.exec(expression) ?? [];
  if (address !== undefined) return address;
  // Text of an example as likely as a variable: it stays.
  if (!/^(?:site|page|include|layout)\./.test(expression)) return whole;
  note('dropped', `the variable "${expression}" is known to the generator alone`);
  return '';
}

const picture = (address: string, alt: string, caption?: string) =>
  `![${(alt || caption || '').replace(/[[\]]/g, '')}](${address.includes(' ') ? `<${address}>` : address})${caption && caption !== alt && alt ? ` ${caption}` : ''}`;

const video = (address: string, title?: string) => `[${title ?? address}](${address})`;
