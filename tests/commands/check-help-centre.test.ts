import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { checkHelpCentre } from '../../src/commands/check-help-centre';
import type { Seen } from '../../src/freshness/open-page-door';
import { loadKnowledge } from '../../src/knowledge/articles/load-knowledge';
import type { Verdict } from '../../src/knowledge/understanding/verdict';
import { findCollisions } from '../../src/training/find-collisions';
import { writeKnowledge } from '../knowledge/articles/write-knowledge';

const article = (title: string, questions: readonly string[], body: string) =>
  `---\ntitle: ${title}\nquestions:\n${questions.map((each) => `  - ${each}\n`).join('')}updated: 2026-11-22\n---\n${body}\n`;
const SOUND = {
  'en/articles/router.md': article(
    'Reset the router',
    ['how do I reset the router', 'the router hangs'],
    'Hold it. See [more](https://a.example/more).',
  ),
  'en/articles/bill.md': article('Read the bill', ['how do I read my bill', 'explain the bill'], 'The total.'),
  'questions.jsonl': '{"text":"how to reset the router","language":"en","expect":"router"}\n',
};

let lines: string[];
beforeEach(() => {
  lines = [];
  process.exitCode = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = 0;
});

/** What the command prints, how it ends, and the JUnit file. */
async function check(
  files: Readonly<Record<string, string>>,
  { isStrict = false, seen }: { readonly isStrict?: boolean; readonly seen?: Seen } = {},
) {
  const { folder, remove } = writeKnowledge(files);
  const junit = join(folder, 'junit.xml');
  const door = { look: async () => seen ?? ({ kind: 'found' } as const), close: async () => undefined };
  await checkHelpCentre(folder, { isStrict, online: seen !== undefined, junit, door });
  const xml = readFileSync(junit, 'utf8');
  remove();
  return { printed: lines.join(''), code: process.exitCode, xml };
}

test('a sound help centre passes', async () => {
  const { printed, code, xml } = await check(SOUND);
  expect([printed, code]).toEqual([expect.stringMatching(/4 passed, 0 failed, 0 pieces of advice/), 0]);
  const { document } = parseHTML(xml);
  expect(document.querySelector('testsuites')?.getAttribute('tests')).toBe('4');
});

test('a question that is not understood any more fails, and stands in the JUnit file whatever signs it has', async () => {
  const text = 'pay <b>"€" & \\u0007 now';
  const { printed, code, xml } = await check({
    ...SOUND,
    'questions.jsonl': `{"text":"${text.replaceAll('"', '\\"').replace('\\\\u', '\\u')}","language":"en","expect":"bill"}\n`,
  });
  expect(code).toBe(1);
  expect(printed).toMatch(/FAILED {2}questions .*expected bill, got/);
  const failed = parseHTML(xml).document.querySelector('failure');
  expect(failed?.getAttribute('message')).toMatch(/expected bill/);
  expect(failed?.parentElement?.getAttribute('name')).toContain('pay <b>"€" &');
  expect(xml).not.toContain('\u0007');
});

test('a link that is written wrong fails with file and line; what is only advice does not', async () => {
  const { printed, code } = await check({
    ...SOUND,
    'en/articles/bill.md': article(
      'Read the bill',
      ['explain the bill'],
      'See [it](www.a.example).\n\n![](/pictures/x.png)',
    ),
  });
  expect(printed).toMatch(/FAILED {2}links {2}\S*en\/articles\/bill\.md:7: www\.a\.example/);
  expect(printed).toMatch(/FAILED {2}links {2}\S*bill\.md:9: \/pictures\/x\.png: there is no file/);
  expect(printed).toMatch(/advice {2}content {2}\S*bill\.md:9: an image has no alternative text/);
  expect(code).toBe(1);
});

test('a line that stands for two articles fails', async () => {
  const files = { ...SOUND, 'en/articles/lamp.md': article('Lamp', ['the router hangs!'], 'Red.') };
  const { printed, code } = await check(files);
  expect([printed, code]).toEqual([
    expect.stringMatching(/FAILED {2}content .*stands for lamp and again for router/),
    1,
  ]);
});

test('advice is no failure, unless it is to be', async () => {
  const files = { ...SOUND, 'en/articles/lamp.md': '---\ntitle: Lamp\n---\nRed.\n' };
  expect(await check(files)).toMatchObject({ code: 0, printed: expect.stringMatching(/1 pieces of advice/) });
  expect(await check(files, { isStrict: true })).toMatchObject({ code: 1, xml: expect.stringContaining('<failure') });
});

test('a line that is answered with something else is named; what only the product says does not count, nor a greeting', async () => {
  const { folder, remove } = writeKnowledge({
    ...SOUND,
    'en/intents.yml': 'outside:\n  - topic: tax\n    examples: [is vat in it, hi tax]\n',
  });
  const product = await loadKnowledge('locales');
  const knowledge = await loadKnowledge(folder, product);
  remove();
  const taken = new Map([
    ['the router hangs', 'bill'],
    ['is vat in it', 'bill'],
    ['hi tax', 'greeting'],
    ['talk to a person', 'help'],
    ['real person', 'router'],
  ]);
  const judge = (text: string): Verdict => ({
    ...{ confidence: 1, scope: 1, candidates: [], reasons: [] },
    ...(taken.has(text) ? { kind: 'answer', intent: taken.get(text) ?? '' } : { kind: 'unknown' }),
  });
  const found = findCollisions(knowledge, product, judge).map(({ line, of, to }) => [line, of, to]);
  expect(found).toEqual([
    ['the router hangs', 'router', 'bill'],
    ['real person', 'handoff', 'router'],
    ['is vat in it', 'outside:tax', 'bill'],
  ]);
});

test.each([
  [{ kind: 'found' } as const, 0, /0 failed/],
  [
    { kind: 'gone', why: 'HTTP 404' } as const,
    1,
    /FAILED {2}links online .*router\.md:8: https:\/\/a\.example\/more: HTTP 404/,
  ],
  [{ kind: 'unsure', why: 'HTTP 503' } as const, 0, /advice {2}links online .*cannot be told today: HTTP 503/],
])('online, a link that is %p ends with %d', async (seen, ends, says) => {
  const { printed, code } = await check(SOUND, { seen });
  expect([printed, code]).toEqual([expect.stringMatching(says), ends]);
});

test('a broken file fails with its line', async () => {
  const { printed, code } = await check({ ...SOUND, 'en/articles/bad.md': '---\ntitle: "x\n---\nText.\n' });
  expect([printed, code]).toEqual([expect.stringMatching(/FAILED {2}content {2}\S*bad\.md:\d/), 1]);
});
