import { compile, type JSONPathQuery, type JSONValue } from 'json-p3';

/** A path of RFC 9535 into an answer: `$.order.lines[0].state`. */
export interface JsonPath {
  readonly text: string;
  /** It leads to one place at most. */
  readonly isSingular: boolean;
  /** The first name in it: `order`. */
  readonly first: string | undefined;
  /** What stands there, in the order of the document; nothing when the path leads nowhere. */
  find(document: unknown): readonly unknown[];
  /** The document with something else in the one place that the path leads to; as it was when it leads nowhere. */
  replace(document: unknown, value: unknown): unknown;
}

/** A filter leaves out what does not say what it asks for: a row that tells nothing would count as none. */
const FILTER = /[[,]\s*\?/;

/** Reads a path; what is wrong with it, in words, when it is none. */
export function readPath(text: string): { readonly path: JsonPath } | { readonly fault: string } {
  if (FILTER.test(text))
    return { fault: 'a JSON path without a filter expected: say it with every, none, some or where' };
  try {
    const query = compile(text);
    return {
      path: {
        text,
        isSingular: query.singularQuery(),
        first: /^\$\.([A-Za-z_]\w*)/.exec(text)?.[1],
        find: (document) => nodesOf(query, document).map(({ value }) => value),
        replace: (document, value) => {
          const [node] = nodesOf(query, document);
          return node ? replaced(document, node.location, value) : document;
        },
      },
    };
  } catch (error) {
    return { fault: `no JSON path: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The one value that a path leads to; undefined when there is none, or more than one. */
export function valueAt(path: JsonPath, document: unknown): unknown {
  const found = path.find(document);
  return found.length === 1 ? found[0] : undefined;
}

function nodesOf(query: JSONPathQuery, document: unknown) {
  if (typeof document !== 'object' || document === null) return [];
  try {
    return query.query(document as JSONValue).nodes;
  } catch (error) {
    // Nested deeper than anybody means it: then it does not say.
    if (error instanceof Error && error.name === 'JSONPathRecursionLimitError') return [];
    throw error;
  }
}

function replaced(document: unknown, location: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = location;
  if (key === undefined) return value;
  if (Array.isArray(document)) return document.map((each, at) => (at === key ? replaced(each, rest, value) : each));
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(
    Object.entries(document).map(([name, each]) => [name, name === key ? replaced(each, rest, value) : each]),
  );
}
