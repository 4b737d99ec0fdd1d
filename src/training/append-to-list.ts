import { isDeepStrictEqual } from 'node:util';
import { isSeq, parseDocument, stringify } from 'yaml';

/**
 * Adds a line to a list in YAML, and leaves every other line as its author wrote it where the list is written one item a line. A list
 * that is not there is made.
 * @param path names and places that lead to the list; what is missing on the way is made
 * @param value what is added: a text, or an object
 */
export function appendToList(source: string, path: readonly (string | number)[], value: unknown): string {
  const wanted = parseDocument(source);
  add(wanted, path, value);
  const inPlace = insertLines(source, path, value);
  if (inPlace !== undefined && isDeepStrictEqual(parseDocument(inPlace).toJS(), wanted.toJS())) return inPlace;
  return wanted.toString({ lineWidth: 0 });
}

type Document = ReturnType<typeof parseDocument>;

function add(document: Document, path: readonly (string | number)[], value: unknown): void {
  const node = document.getIn(path, true);
  if (isSeq(node)) node.add(document.createNode(value));
  else document.setIn(path, document.createNode([value]));
}

/** The text with the item below the last one of its list; nothing when the list is written another way. */
function insertLines(source: string, path: readonly (string | number)[], value: unknown): string | undefined {
  const document = parseDocument(source, { keepSourceTokens: true });
  const node = document.getIn(path, true);
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const items = (indent: string) =>
    stringify([value], { lineWidth: 0 })
      .trimEnd()
      .split('\n')
      .map((line) => `${indent}${line}${lineEnd}`)
      .join('');
  const [name] = path;
  if (node === undefined && path.length === 1) {
    const before = source === '' || source.endsWith('\n') ? source : source + lineEnd;
    return `${before}${name}:${lineEnd}${items('  ')}`;
  }
  if (!isSeq(node) || node.flow || !node.items.length) return undefined;
  const last: unknown = node.items.at(-1);
  if (typeof last !== 'object' || last === null || !('range' in last) || !Array.isArray(last.range)) return undefined;
  const [start, end] = last.range.map(Number);
  const dash = source.lastIndexOf('-', (start ?? 0) - 1);
  const indent = source.slice(source.lastIndexOf('\n', dash) + 1, dash);
  if (/\S/.test(indent)) return undefined;
  const lineBreak = source.indexOf('\n', Math.max((end ?? 0) - 1, 0));
  const at = lineBreak < 0 ? source.length : lineBreak + 1;
  const before = source.slice(0, at);
  return `${before}${before.endsWith('\n') ? '' : lineEnd}${items(indent)}${source.slice(at)}`;
}
