import { CHECK_SETS } from '../../src/bot/check-sets';
import { PRODUCT_FOLDER } from '../../src/bot/config';
import { lintChecks } from '../../src/commands/lint-checks';
import { loadKnowledge } from '../../src/knowledge/articles/load-knowledge';
import { articleFile, writeKnowledge } from '../knowledge/articles/write-knowledge';

/** What is told about a deployment that names these checks. */
async function told(name: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const { folder, remove } = writeKnowledge({
    'en/articles/bread.md': articleFile('Bake bread', 'Bake it.\n\n1. Heat the oven.\n2. Wait.'),
    'deployment.yml': `checks: ${name}\n`,
    ...files,
  });
  try {
    const problems = await lintChecks(folder, await loadKnowledge(folder, await loadKnowledge(PRODUCT_FOLDER)));
    return problems.map(({ file, message }) => `${file}: ${message}`).join('\n');
  } finally {
    remove();
  }
}

test.each([
  ['a file of checks outside of the deployment', '../checks.yml', 'is not in the folder of the deployment'],
  ['a module outside of the deployment', '../checks.ts', 'is not in the folder of the deployment'],
  ['a file at an address of its own', '/etc/checks.yml', 'is not in the folder of the deployment'],
  ['a module that is not there', 'checks.ts', 'there is no file'],
  ['a file that is not there', 'checks.yml', 'the file cannot be read'],
  ['a set that nobody knows', 'teamwork-dask', 'there is no set of checks "teamwork-dask"'],
  ['a file of another kind', 'checks.json', 'there is no set of checks "checks.json"'],
])('%s is told before the server refuses to start with it', async (_, name, message) => {
  expect(await told(name)).toContain(message);
});

test.each([...Object.keys(CHECK_SETS), 'checks.mjs', './checks.ts'])('%s is sound', async (name) => {
  expect(await told(name, { 'checks.mjs': 'export const a = 1', 'checks.ts': 'export const a = 1' })).toBe('');
});

test('a file of checks is read whatever its name begins with', async () => {
  const slip = 'hosts: [a.example]\nrequests: {}\nchecks:\n  oven: {}\n';
  expect(await told('..checks/oven.yaml', { '..checks/oven.yaml': slip })).toContain('checks.oven.ok');
});
