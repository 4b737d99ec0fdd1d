import type { World } from '../../src/bot/world';
import { openTestApp, startTalk } from '../converse';
import { articleFile, writeKnowledge } from '../knowledge/articles/write-knowledge';

const ARTICLES = {
  'en/articles/bread.md': articleFile('Bake bread', 'Bake it.\n\n1. Heat the oven.\n2. Wait.', 'check: oven\n'),
  'en/articles/cake.md': articleFile('Bake a cake', 'Stir it.\n\n1. Take eggs.\n2. Stir.'),
};
const INTENTS =
  'checks:\n  oven:\n    title: Check my oven\n    examples: [is my oven hot, check my oven, how hot is the oven now]\n';

/** Starts with these files; what keeps it from starting, or an answer to "is my oven hot?". */
async function started(files: Readonly<Record<string, string>>, world: Partial<World> = {}): Promise<string> {
  const { folder, remove } = writeKnowledge({ ...ARTICLES, 'en/intents.yml': INTENTS, ...files });
  try {
    const app = await openTestApp({ knowledgeFolder: folder }, world);
    const { text } = await startTalk(app, { locale: 'en' }).say('is my oven hot?');
    await app.close();
    return text;
  } catch (error) {
    return String(error);
  } finally {
    remove();
  }
}

const MODULE = `
import type { CheckSet } from 'anywhere';
const degrees: number = 230;
export async function openChecks({ now }: { now: () => Date }): Promise<{ set: CheckSet; close(): Promise<void> }> {
  const key = { reveal: () => '', toString: () => '', toJSON: () => '' };
  return {
    close: async () => {},
    set: {
      ids: ['oven'], fields: { site: false, key: 'none' }, takesWord: false, putsBack: false,
      readKey: () => ({ kind: 'key', key }),
      readSignIn: () => ({ lent: { site: '', host: '', isPractice: false, key } }),
      look: async () => ({
        isRefused: false,
        tell: async () => [{ kind: 'text', text: \`The oven has \${degrees} degrees in \${now().getUTCFullYear()}.\` }],
      }),
    },
  };
}
`;

test('checks that a module of the deployment implements are run as they stand, without a build', async () => {
  expect(await started({ 'deployment.yml': 'checks: checks.ts\n', 'checks.ts': MODULE })).toBe(
    'The oven has 230 degrees in 2026.',
  );
});

test.each([
  ['a module that is not there', 'checks.ts', {}, 'there is no file'],
  ['a module that does not compile', 'checks.ts', { 'checks.ts': 'export const = 1' }, 'cannot be used'],
  ['a module without openChecks', 'checks.ts', { 'checks.ts': 'export const a = 1' }, 'a function openChecks expected'],
  ['a file that is not there', 'checks.yml', {}, 'the file cannot be read'],
  ['a file outside', '../checks.yml', {}, 'is not in the folder of the deployment'],
  [
    'a file with a slip',
    'checks.yml',
    { 'checks.yml': 'hosts: [a.example]\nrequests: {}\nchecks:\n  oven: {}\n' },
    /checks\.yml:4: checks\.oven\.ok/,
  ],
] as const)('%s is refused at the start', async (_, name, files, message) => {
  const said = await started({ 'deployment.yml': `checks: ${name}\n`, ...files });
  expect(said).toMatch(message instanceof RegExp ? message : new RegExp(message));
});

test('checks that need nothing of the customer ask for nothing, and answer at once', async () => {
  const described = [
    'hosts: [localhost]',
    'requests: { oven: { get: "http://localhost:1/oven" } }',
    'checks:',
    '  oven: { ok: { path: $.oven.hot, equals: true } }',
  ].join('\n');
  const files = {
    'deployment.yml': 'checks: checks.yml\n',
    'checks.yml': described,
    'en/deployment.json': '{"checks":{"oven":{"ok":"it is hot."}}}',
  };
  expect(await started(files)).toContain('❔ **Unknown**: There is no answer at the moment');
});
