import { parse as parseToml } from 'smol-toml';
import { LineCounter, parseDocument } from 'yaml';
import { withIndentedQuotes } from '../../knowledge/articles/with-indented-quotes.js';
import { isRecord } from '../is-record.js';
import type { TakeNote } from '../source-page.js';

export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The line of the file on which the body begins, 1-based. */
  readonly firstLine: number;
}

const YAML = /^---[ \t]*\n([\s\S]*?)(?:^---|^\.\.\.)[ \t]*(?:\n|$)/m;
const TOML = /^\+\+\+[ \t]*\n([\s\S]*?)^\+\+\+[ \t]*(?:\n|$)/m;

/**
 * Takes the fields before a page off it: YAML between `---`, TOML between `+++`. What is broken is noted with line and
 * remedy, and read line by line as far as it goes: the page itself is worth more than its fields.
 */
export function readFrontMatter(file: string, note: TakeNote): FrontMatter {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [block, source, read] = text.startsWith('---')
    ? [...(YAML.exec(text) ?? []), readYamlFields]
    : text.startsWith('+++')
      ? [...(TOML.exec(text) ?? []), readTomlFields]
      : [];
  if (typeof block !== 'string' || typeof source !== 'string' || !text.startsWith(block) || typeof read !== 'function')
    return { fields: {}, body: text, firstLine: 1 };
  return { fields: read(source, note), body: text.slice(block.length), firstLine: block.split('\n').length };
}

function readYamlFields(source: string, note: TakeNote): Readonly<Record<string, unknown>> {
  const lines = new LineCounter();
  const document = parseDocument(withIndentedQuotes(source), {
    lineCounter: lines,
    logLevel: 'silent',
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line + 1;
    note(
      'changed',
      `the front matter cannot be read here; put the value in quotes: title: "A title: with a colon"`,
      line,
    );
    return fieldsByLine(source);
  }
  const fields: unknown = document.toJS();
  if (fields === null || fields === undefined) return {};
  if (isRecord(fields)) return fields;
  note('changed', 'the front matter is no list of fields: write "title: …", and put a value with a colon in quotes', 2);
  return {};
}

function readTomlFields(source: string, note: TakeNote): Readonly<Record<string, unknown>> {
  try {
    return parseToml(source);
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'line' in error ? Number(error.line) + 1 : 2;
    note('changed', 'the front matter cannot be read here; put the value in quotes: title = "A title"', line);
    return fieldsByLine(source.replace(/^(\w+)\s*=\s*/gm, '$1: '));
  }
}

/** The plain fields of a broken block. */
function fieldsByLine(source: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...source.matchAll(/^([A-Za-z]\w*):[ \t]+(\S.*?)[ \t]*$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );
}
