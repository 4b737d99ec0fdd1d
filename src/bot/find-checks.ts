import { existsSync } from 'node:fs';
import { isAbsolute, parse, relative, resolve } from 'node:path';

/** What the line `checks:` of a deployment.yml names: a set by its name, or a file of the deployment. */
export type FoundChecks =
  | { readonly kind: 'set'; readonly name: string }
  /** `path`: of the file that describes checks, which need not be there. */
  | { readonly kind: 'described'; readonly path: string }
  /** `path`: of the module that implements them. */
  | { readonly kind: 'module'; readonly path: string }
  /** `why`: in words for the operator, without the name of the file. */
  | { readonly kind: 'none'; readonly why: string };

const MODULES: ReadonlySet<string> = new Set(['.ts', '.mts', '.js', '.mjs', '.cjs']);
const DESCRIPTIONS: ReadonlySet<string> = new Set(['.yml', '.yaml']);

/**
 * Finds the checks that a deployment names, for the server as for the linter.
 * @param folder of the deployment: a file of its checks stands in it
 * @param sets the names that are known
 */
export function findChecks(name: string, folder: string, sets: readonly string[]): FoundChecks {
  if (sets.includes(name)) return { kind: 'set', name };
  const { ext } = parse(name);
  const path = resolve(folder, name);
  if (ext !== '' && !isBelow(folder, path))
    return { kind: 'none', why: `checks: ${name} is not in the folder of the deployment` };
  if (DESCRIPTIONS.has(ext)) return { kind: 'described', path };
  if (!MODULES.has(ext))
    return {
      kind: 'none',
      why: `there is no set of checks "${name}". Known: ${sets.join(', ')}, or a file of yours (checks.yml, checks.ts); without \`checks:\` there are none.`,
    };
  return existsSync(path) ? { kind: 'module', path } : { kind: 'none', why: `checks: there is no file ${path}` };
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  // On another drive of Windows no way leads there.
  return !isAbsolute(way) && !/^\.\.(?:[/\\]|$)/.test(way);
}
