import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

/** A file as it is read by people: the comments of code, the whole of a page. */
interface Written {
  /** From the root, with slashes. */
  readonly path: string;
  readonly words: string;
}

const FOLDERS = ['src', 'widget', 'tests', 'docs', 'bench', 'teams'];
const files: readonly Written[] = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  ),
]
  .filter((path) => /^(?!.*node_modules\/).*\.(?:tsx?|mjs|cjs|md)$/.test(path) && path !== 'tests/citations.test.ts')
  .map((path) => ({ path, words: path.endsWith('.md') ? text(path) : commentsOf(text(path)) }));

/** Comments and the titles of tests; stars and slashes at the beginning of lines are gone. */
function commentsOf(code: string): string {
  const comments = code.match(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{(,])\/\/.*$/gm) ?? [];
  const titles = [...code.matchAll(/\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])(.*?)\1/g)].map(
    ([, , title = '']) => title,
  );
  return [...comments, ...titles].join('\n').replace(/^\s*(?:\/\*+|\*\/?|\/\/)[ ]?/gm, '');
}

const rules = new Set([...text('docs/conversation-rules.md').matchAll(/^(\d+)\. /gm)].map(([, rule = '']) => rule));
const deskParts = new Set(
  [...text('docs/teamwork-desk-api.md').matchAll(/^#{2,3} (\d(?:\.\d)?)\.? /gm)].map(([, part = '']) => part),
);

/** What the words of one file cite and nobody finds. */
function deadCitations({ path, words }: Written): readonly string[] {
  const flat = words.replaceAll(/\s+/g, ' ');
  const found: string[] = [];
  for (const [, numbers = ''] of flat.matchAll(/\brules? (\d+(?:(?:, | and | to )\d+)*)/gi)) {
    for (const rule of numbers.match(/\d+/g) ?? []) if (!rules.has(rule)) found.push(`rule ${rule}`);
  }
  for (const [, numbers = ''] of flat.matchAll(/\bteamwork-desk-api\.md (\d\.\d(?:(?:, | and | to )\d\.\d)*)/g)) {
    for (const part of numbers.match(/\d\.\d/g) ?? []) if (!deskParts.has(part)) found.push(`Desk API ${part}`);
  }
  // A document by a name that nobody can open: "reference 2.4", "see the reference/retrieval page".
  for (const [cited] of flat.matchAll(/\breference (?=\d)[\d.]+|\breference\/[\w-]+/gi)) found.push(cited);
  for (const [, decision = ''] of flat.matchAll(/\bdecisions\/(\d{4})\b/g)) {
    if (!readdirSync(join(root, 'docs/decisions')).some((name) => name.startsWith(decision))) {
      found.push(`decision ${decision}`);
    }
  }
  const pages = flat.matchAll(/(?<![\w./<>*{}$-])((?:\.{1,2}\/)*[\w-]+(?:\/[\w-]+)*\.md)\b/g);
  for (const [, page = ''] of pages) {
    if (![page, join('docs', page), join(dirname(path), page)].some((at) => existsSync(join(root, at)))) {
      found.push(page);
    }
  }
  return found.map((cited) => `${path} cites ${cited}`);
}

test('the rules have the numbers 1 to 25, and the page of the Desk API has its parts', () => {
  expect([...rules]).toEqual(Array.from({ length: 25 }, (_, index) => String(index + 1)));
  expect([...deskParts]).toEqual(expect.arrayContaining(['1.1', '1.6', '2.1', '2.8']));
});

test('whoever looks up what a comment or a page cites finds it', () => {
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap(deadCitations)).toEqual([]);
});

test('every link of a page leads somewhere', () => {
  const dead = files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, words }) =>
      [...words.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(root, dirname(path), target)))
        .map((target) => `${path} links ${target}`),
    );
  expect(dead).toEqual([]);
});

test.each([
  ['src/x.ts', '// never a guess (rule 26)', 'rule 26'],
  ['src/x.ts', '/** Ask otherwise (rules 6 and\n * 70). */', 'rule 70'],
  ['src/x.ts', '// as ../docs/teamwork-desk-api.md 3.1 says', 'Desk API 3.1'],
  ['src/x.ts', '/** A row (docs/teamwork-desk-api.md 2.2 and 2.9). */', 'Desk API 2.9'],
  ['src/x.ts', '/** A row of `users.json` (reference 2.2). */', 'reference 2.2'],
  ['src/x.ts', '// loses (reference/retrieval.md)', 'reference/retrieval'],
  ['src/x.ts', '// docs/decisions/9999 says why', 'decision 9999'],
  ['src/x.ts', '// docs/nowhere.md says why', 'docs/nowhere.md'],
])('a citation of nothing is found: %s %s', (path, code, cited) => {
  expect(deadCitations({ path, words: commentsOf(code) })).toContain(`${path} cites ${cited}`);
});
