import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckSetDeps, OpenCheckSet } from './open-check-set.js';
import { OperatorError } from './operator-error.js';

/** What a module of a deployment exports as its default, or as `openChecks`. */
type OpenChecks = (deps: CheckSetDeps) => Promise<OpenCheckSet>;

/**
 * Opens the checks that a module of the deployment implements, in TypeScript or JavaScript. It is bundled with what it imports:
 * it runs as it stands, without a build of its own.
 * @throws OperatorError when it does not compile or exports no such function
 */
export async function openCheckModule(path: string, deps: CheckSetDeps): Promise<OpenCheckSet> {
  const exported = await load(path);
  const open: unknown = Reflect.get(exported, 'openChecks') ?? Reflect.get(exported, 'default');
  if (!isOpenChecks(open))
    throw new OperatorError(
      `${path}: a function openChecks expected, which opens a set of checks (docs/own-checks.md)`,
    );
  return open(deps);
}

const isOpenChecks = (open: unknown): open is OpenChecks => typeof open === 'function';

async function load(path: string): Promise<object> {
  const { build } = await import('esbuild');
  const folder = await mkdtemp(join(tmpdir(), 'checks-'));
  try {
    const file = join(folder, 'checks.cjs');
    const built = await build({
      ...{ entryPoints: [path], bundle: true, platform: 'node', format: 'cjs', target: 'node20', write: false },
      logLevel: 'silent',
    });
    await writeFile(file, built.outputFiles[0]?.contents ?? '');
    const exported: unknown = createRequire(file)(file);
    return typeof exported === 'object' && exported !== null ? exported : {};
  } catch (error) {
    throw new OperatorError(`${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
