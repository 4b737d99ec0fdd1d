import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ContentProblem, Loaded } from './article.js';

/** One missing bracket is found again on every line after it. */
const MOST_SLIPS = 3;

/**
 * Reads YAML and validates it, naming the line of everything that is wrong.
 * @param firstLine the line of the file on which the YAML starts (1-based), for front matter
 */
export function readYaml<T>(file: string, source: string, schema: z.ZodType<T>, firstLine = 1): Loaded<T> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const problems: ContentProblem[] = document.errors.slice(0, MOST_SLIPS).map(({ pos, message }) => ({
    file,
    line: lineAt(pos[0]),
    // Its own line number counts from where the YAML starts, not the file.
    message: message.replace(/(?: at line \d+, column \d+)?:?\n[\s\S]*$/, ''),
  }));
  if (problems.length > 0) return { kind: 'broken', problems };

  const result = schema.safeParse(document.toJS());
  if (result.success) return { kind: 'loaded', value: result.data };
  return {
    kind: 'broken',
    problems: result.error.issues.map((issue) => ({
      file,
      line: (issue.code === 'unrecognized_keys' && lineOfKey(issue.path, issue.keys[0])) || lineOf(issue.path),
      message: `${issue.path.join('.') || 'the whole file'}: ${reasonOf(issue)}`,
    })),
  };

  /** The line on which a key of the mapping at a path stands. */
  function lineOfKey(path: readonly PropertyKey[], key: string | undefined): number | undefined {
    const mapping: unknown = path.length > 0 ? document.getIn(path, true) : document.contents;
    const found = isMap(mapping) && mapping.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
    return found && isScalar(found.key) && found.key.range ? lineAt(found.key.range[0]) : undefined;
  }

  /** The line of the value named by a path, or of its nearest parent that is there. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth > 0; depth--) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        return lineAt(Number(node.range[0]));
      }
    }
    return firstLine;
  }
}

/** What is wrong with a key stands one level deeper than that it is wrong. */
function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
}
