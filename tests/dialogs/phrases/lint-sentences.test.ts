import { lintSentences } from '../../../src/dialogs/phrases/lint-sentences';
import { writeKnowledge } from '../../knowledge/articles/write-knowledge';

async function lint(
  files: Readonly<Record<string, string>>,
  languages: readonly string[],
  ofDeployment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const product = writeKnowledge(files);
  const deployment = writeKnowledge(ofDeployment);
  const problems = await lintSentences({ product: product.folder, deployment: deployment.folder }, languages);
  product.remove();
  deployment.remove();
  return problems.map(
    ({ file, line, message }) => `${file.replace(/^.*\/(\w\w\/)/, '$1')}${line ? `:${line}` : ''}: ${message}`,
  );
}
const fr = '{"a": "Bonjour {{name}}", "b": {"c": "{{n}} sur {{total}}"}}';

test('languages with the same keys and placeholders, in any order, have nothing to mend', async () => {
  expect(
    await lint(
      { 'fr/bot.json': fr, 'en/bot.json': '{"b": {"c": "of {{total}}, {{n}}"}, "a": "{{name}}, {{name}}!"}' },
      ['fr', 'en'],
    ),
  ).toEqual([]);
});

test.each([
  ['a key that is missing', '{"a": "Hi {{name}}", "b": {}}', ['en/bot.json: missing: b.c']],
  ['a key too many', '{"a": "Hi {{name}}", "b": {"c": "{{n}} of {{total}}", "d": "x"}}', ['en/bot.json: unknown: b.d']],
  [
    'a placeholder that is missing',
    '{"a": "Hi", "b": {"c": "{{n}} of {{total}}"}}',
    ['en/bot.json: a: placeholders {{name}} expected, not none'],
  ],
  [
    'a placeholder with another name',
    '{"a": "Hi {{nom}}", "b": {"c": "{{n}} of {{total}}"}}',
    ['en/bot.json: a: placeholders {{name}} expected, not {{nom}}'],
  ],
  [
    'a sentence that is empty',
    '{"a": "Hi {{name}}", "b": {"c": ""}}',
    ['en/bot.json: b.c: placeholders {{n}} {{total}} expected, not none'],
  ],
])('%s is found', async (_, en, expected) => {
  expect(await lint({ 'fr/bot.json': fr, 'en/bot.json': en }, ['fr', 'en'])).toEqual(expected);
});

test('a broken file is named with its line, and the others are compared', async () => {
  const files = { 'fr/bot.json': fr, 'de/bot.json': '{\n"a": "Hallo {{name}}",\n"b": }', 'en/bot.json': '{}' };
  expect(await lint(files, ['de', 'en', 'fr'])).toEqual([
    expect.stringMatching(/^de\/bot\.json(:\d)?: /),
    'en/bot.json: missing: a',
    'en/bot.json: missing: b.c',
  ]);
});

test('a language without a file is named', async () => {
  expect(await lint({ 'fr/bot.json': fr, 'en/intents.yml': '{}' }, ['fr', 'en'])).toEqual([
    'en/bot.json: the sentences of this language are missing',
  ]);
});

describe('a deployment', () => {
  const en = '{"a": "Hi {{name}}", "b": {"c": "{{n}} of {{total}}"}}';
  const product = { 'fr/bot.json': fr, 'en/bot.json': en };

  test('says things of its own and in the product’s place, the same ones in each language', async () => {
    const own = {
      'fr/deployment.json': '{"a": "Salut {{name}}", "x": "Ici"}',
      'en/deployment.json': '{"a": "Hey", "x": "Here"}',
    };
    expect(await lint(product, ['fr', 'en'], own)).toEqual([
      'en/deployment.json: a: placeholders {{name}} expected, not none',
    ]);
  });

  test('lacks nothing in one language that it has in another', async () => {
    const own = { 'fr/deployment.json': '{"x": "Ici", "y": "Là"}', 'en/deployment.json': '{"x": "Here"}' };
    expect(await lint(product, ['fr', 'en'], own)).toEqual(['en/deployment.json: missing: y']);
  });

  test('is told when it wants something filled in that the product does not know there', async () => {
    expect(await lint(product, ['fr', 'en'], { 'en/deployment.json': '{"a": "Hi {{user}}"}' })).toEqual([
      'en/deployment.json: a: nothing is given for {{user}}',
    ]);
  });

  test('speaks a language that the product does not, once it has all of its sentences', async () => {
    const whole = { 'it/deployment.json': '{"a": "Ciao {{name}}", "b": {"c": "{{n}} di {{total}}"}}' };
    expect(await lint(product, ['fr', 'it'], whole)).toEqual([]);
    expect(await lint(product, ['fr', 'it'], { 'it/deployment.json': '{"a": "Ciao {{name}}"}' })).toEqual([
      'it/deployment.json: missing: b.c',
    ]);
  });
});
