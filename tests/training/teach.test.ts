import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { applyPatch, parsePatch } from 'diff';
import { openKnowledgeService } from '../../src/bot/knowledge/knowledge-service';
import { openTeacher } from '../../src/bot/training/open-teacher';
import { lintKnowledge } from '../../src/knowledge/articles/lint-knowledge';
import { loadKnowledge } from '../../src/knowledge/articles/load-knowledge';
import type { LessonPlace } from '../../src/training/apply-lesson';
import { articlePaths } from '../../src/training/article-paths';
import { keepLesson } from '../../src/training/keep-lesson';
import type { Lesson } from '../../src/training/lesson';
import type { Teacher } from '../../src/training/teacher';
import { openTeachingFolder } from '../../src/training/teaching-folder';
import { writeKnowledge } from '../knowledge/articles/write-knowledge';

const article = (title: string, questions: readonly string[], body: string) =>
  `---\ntitle: ${title}\nquestions:\n${questions.map((each) => `  - ${each}\n`).join('')}updated: 2026-11-22\n---\n${body}\n`;
const FILES = {
  'en/articles/router.md': article(
    'Reset the router',
    ['how do I reset the router', 'the router hangs', 'restart my router'],
    'Hold the button for five seconds.',
  ),
  'en/articles/bill.md': article(
    'Read the bill',
    ['how do I read my bill', 'what is on my bill', 'explain the bill to me'],
    'The total stands on the last line.',
  ),
  'de/articles/bill.md': article('Die Rechnung lesen', ['wie lese ich die Rechnung'], 'Die Summe steht unten.'),
};

let folder: string;
let remove: () => void;
let second: number;
let teacher: Teacher;
beforeEach(async () => {
  ({ folder, remove } = writeKnowledge(FILES));
  second = 0;
  teacher = await open();
});
afterEach(() => remove());

/** A teacher of the folder; each call is a person of their own. */
async function open(options: { readonly command?: string; readonly mayWrite?: boolean } = {}): Promise<Teacher> {
  const knowledge = await loadKnowledge(folder, await product);
  const now = () => new Date(Date.UTC(2026, 10, 28, 9, 0, second++));
  return openTeacher({ folder, service: { knowledge, ...UNASKED }, now, ...WAITS, ...options });
}
/** One that also shows what a lesson changes. */
async function openSeeing(): Promise<Teacher> {
  const service = await openKnowledgeService(folder);
  return openTeacher({ folder, service, now: () => new Date('2026-11-28T09:00:00Z'), ...WAITS });
}
const WAITS = { wait: setTimeout, pause: async () => undefined };
const unasked = () => {
  throw new Error('nobody asks before a preview');
};
const UNASKED = { understanding: { language: unasked, verdict: unasked }, trial: unasked };
const product = loadKnowledge('locales');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const asking = (question: string, intent = 'router'): Lesson => ({ kind: 'asking', intent, language: 'en', question });
const questions = () =>
  read('questions.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const understood = async (question: string, language = 'en') => {
  const { index } = await openKnowledgeService(folder);
  const verdict = index.judge(question, { language });
  return verdict.kind === 'answer' ? verdict.intent : verdict.kind;
};

describe('a way of asking', () => {
  it('makes the question understood, and stands in the article and in the regression file with author and date', async () => {
    expect(await understood('the blinking box went on strike')).not.toBe('router');
    const kept = await teacher.keep(asking('the blinking box went on strike'), 'Ada');
    expect(kept.kind).toBe('kept');
    expect(read('en/articles/router.md')).toBe(
      FILES['en/articles/router.md'].replace('my router\n', 'my router\n  - the blinking box went on strike\n'),
    );
    expect(questions()).toEqual([
      {
        text: 'the blinking box went on strike',
        language: 'en',
        expect: 'router',
        author: 'Ada',
        date: '2026-11-28',
      },
    ]);
    expect(await understood('the blinking box went on strike')).toBe('router');
  });

  it('shows before it is kept what it changes, and writes nothing', async () => {
    writeFileSync(
      join(folder, 'questions.jsonl'),
      '{"text":"explain the bill to me","language":"en","expect":"bill"}\n{"text":"internet box on strike","language":"en","expect":"router"}\n',
    );
    const before = read('questions.jsonl');
    const shown = await (await openSeeing()).preview(asking('my internet box is on strike'));
    expect(shown.kind === 'preview' && shown.taught.map(({ before: a, after: b }) => [a.got, b.got])).toEqual([
      [null, 'router'],
    ]);
    expect(shown.kind === 'preview' && shown.won.map(({ after }) => after.text)).toEqual(['internet box on strike']);
    expect(shown.kind === 'preview' && [shown.lost, shown.collisions]).toEqual([[], []]);
    expect([read('en/articles/router.md'), read('questions.jsonl')]).toEqual([FILES['en/articles/router.md'], before]);
  });

  it('names the questions that it takes from others', async () => {
    writeFileSync(
      join(folder, 'questions.jsonl'),
      '{"text":"please explain the bill to me","language":"en","expect":"bill"}\n',
    );
    const shown = await (await openSeeing()).preview(asking('explain the bill to me'));
    expect(shown.kind === 'preview' && shown.collisions).toContainEqual({
      line: 'explain the bill to me',
      language: 'en',
      of: 'bill',
      to: 'router',
    });
  });

  it.each([
    ['in a language that the help centre does not have', { ...asking('x y'), language: 'it' }, /no language "it"/],
    ['of an article that is not there', asking('where is it', 'garden'), /no article, check or command "garden"/],
    ['of a check that is not there', asking('is it on', 'check:lamp'), /no check "lamp"/],
    ['that is empty', asking('  '), /empty/],
    ['of two lines', asking('one\n- two'), /one line/],
    ['of 600 characters', asking('word '.repeat(120)), /at most 500/],
    ['that is there already', asking('the router hangs'), undefined],
  ])('%s is refused with its reason, or only noted', async (_, lesson, problem) => {
    const kept = await teacher.keep(lesson, 'Ada');
    if (problem) expect(kept).toEqual({ kind: 'refused', problem: expect.stringMatching(problem) });
    else expect(kept).toMatchObject({ kind: 'kept', changes: [{ path: 'questions.jsonl' }] });
    expect(read('en/articles/router.md')).toBe(FILES['en/articles/router.md']);
  });

  it('is not added to an article whose front matter is broken, and nothing is lost', async () => {
    const broken = '---\ntitle: "Reset\nquestions: [a\n---\nHold.\n';
    writeFileSync(join(folder, 'en/articles/router.md'), broken);
    const kept = await teacher.keep(asking('box on strike'), 'Ada');
    expect(kept).toMatchObject({ kind: 'refused', problem: expect.stringMatching(/en\/articles\/router\.md:\d/) });
    expect(read('en/articles/router.md')).toBe(broken);
    expect(existsSync(join(folder, 'questions.jsonl'))).toBe(false);
  });

  it('is not noted in a regression file that cannot be read', async () => {
    writeFileSync(join(folder, 'questions.jsonl'), '{"text": "half\n');
    const kept = await teacher.keep(asking('box on strike'), 'Ada');
    expect(kept).toMatchObject({ kind: 'refused', problem: expect.stringMatching(/questions\.jsonl:1/) });
    expect(read('en/articles/router.md')).toBe(FILES['en/articles/router.md']);
  });

  it('for a command of the product comes beside the product’s own examples', async () => {
    await teacher.keep(asking('gimme a warm body', 'handoff'), 'Ada');
    expect(read('en/intents.yml')).toBe('commands:\n  handoff:\n    more:\n      - gimme a warm body\n');
    expect([await understood('gimme a warm body'), await understood('talk to a person')]).toEqual([
      'handoff',
      'handoff',
    ]);
  });
});

describe('the regression file', () => {
  it('has one line a question, sorted, and keeps what others wrote into it', async () => {
    writeFileSync(
      join(folder, 'questions.jsonl'),
      '{"text":"zebra bill","language":"en","expect":"bill","style":"odd"}\n{"text":"Rechnung","language":"de","expect":["bill","none"]}\n',
    );
    await teacher.keep(asking('my box is on strike'), 'Ada');
    expect(questions().map(({ text }) => text)).toEqual(['Rechnung', 'my box is on strike', 'zebra bill']);
    expect(questions()[2]).toEqual({ text: 'zebra bill', language: 'en', expect: 'bill', style: 'odd' });
  });
});

describe('a question that must not be answered', () => {
  it('is refused from then on, by its topic, which every language then knows', async () => {
    await teacher.keep(
      { kind: 'outside', topic: 'repairs', language: 'en', question: 'can you solder the router board' },
      'Ada',
    );
    expect(await understood('can you solder the router board')).toBe('unknown');
    expect(questions()).toMatchObject([{ expect: 'none' }]);
    const knowledge = await loadKnowledge(folder, await product);
    expect([...knowledge.problems, ...lintKnowledge(knowledge).filter(({ isAdvice }) => !isAdvice)]).toEqual([]);
  });

  it('of a topic of the product leaves the product’s examples', async () => {
    await teacher.keep(
      { kind: 'outside', topic: 'general-knowledge', language: 'en', question: 'who painted the ceiling' },
      'Ada',
    );
    expect(read('en/intents.yml')).toBe(
      'outside:\n  - topic: general-knowledge\n    more:\n      - who painted the ceiling\n',
    );
    expect(existsSync(join(folder, 'de/intents.yml'))).toBe(false);
    expect(await understood('What is the capital of Australia?')).toBe('unknown');
  });

  it('and is near an article becomes a near miss of it', async () => {
    const lesson: Lesson = { kind: 'near-miss', article: 'router', language: 'en', question: 'sell my old router' };
    expect((await teacher.keep(lesson, 'Ada')).kind).toBe('kept');
    expect(read('en/articles/router.md')).toContain('not:\n  - sell my old router\n');
    expect(await understood('sell my old router')).not.toBe('router');
  });
});

describe('a drafted article', () => {
  const draft: Lesson = {
    kind: 'draft',
    article: 'modem-light',
    language: 'en',
    title: 'What the red light means: "no line"',
    body: 'Red means that there is no line.\n\n1. Pull the plug.\n2. Wait.',
    questions: ['why is the light red'],
    updated: '2026-11-28',
  };

  it('answers the question', async () => {
    expect((await teacher.keep(draft, 'Ada')).kind).toBe('kept');
    expect(await understood('why is the light red')).toBe('modem-light');
  });

  it.each([
    ['its body is empty', { ...draft, body: ' ' }, /answer in short is missing/],
    ['it is there', { ...draft, article: 'router' }, /already/],
    ['its name leads elsewhere', { ...draft, article: '../router' }, /make a name/],
    ['it has no title', { ...draft, title: ' ' }, /title/],
  ])('is refused when %s', async (_, lesson, problem) => {
    expect(await teacher.keep(lesson, 'Ada')).toMatchObject({
      kind: 'refused',
      problem: expect.stringMatching(problem),
    });
    expect(readdirSync(join(folder, 'en/articles')).sort()).toEqual(['bill.md', 'router.md']);
  });
});

describe('two people', () => {
  it('who teach at once both get their line in', async () => {
    const others = await Promise.all([open(), open(), open()]);
    second = 0;
    await Promise.all(
      [teacher, ...others].map((each, i) => each.keep(asking(`box number ${i} on strike`), `person ${i}`)),
    );
    expect(
      read('en/articles/router.md')
        .match(/box number \d on strike/g)
        ?.sort(),
    ).toHaveLength(4);
    expect(questions()).toHaveLength(4);
  });

  it('who edit one article in different places both stand in it', async () => {
    const base = FILES['en/articles/router.md'];
    const edit = (text: string): Lesson => ({ kind: 'edit', article: 'router', language: 'en', base, text });
    await teacher.keep(edit(base.replace('five seconds', 'ten seconds')), 'Ada');
    const kept = await teacher.keep(edit(base.replace('Reset the router', 'Restart the router')), 'Bob');
    expect(kept.kind).toBe('kept');
    expect(read('en/articles/router.md')).toContain('title: Restart the router');
    expect(read('en/articles/router.md')).toContain('ten seconds');
  });

  it('who edit the same line are both shown, and neither is lost', async () => {
    const base = FILES['en/articles/router.md'];
    const edit = (text: string): Lesson => ({ kind: 'edit', article: 'router', language: 'en', base, text });
    await teacher.keep(edit(base.replace('five seconds', 'ten seconds')), 'Ada');
    const kept = await teacher.keep(edit(base.replace('five seconds', 'a minute')), 'Bob');
    expect(kept).toMatchObject({
      kind: 'conflict',
      merged: expect.stringMatching(/a minute[\s\S]*=======[\s\S]*ten seconds/),
    });
    expect(read('en/articles/router.md')).toContain('ten seconds');
  });

  it('of whom one breaks the front matter: that one is refused with the line', async () => {
    const base = FILES['en/articles/router.md'];
    const text = base.replace('title: Reset', 'title: "Reset');
    expect(await teacher.keep({ kind: 'edit', article: 'router', language: 'en', base, text }, 'Ada')).toMatchObject({
      kind: 'refused',
      problem: expect.stringMatching(/router\.md:\d/),
    });
    expect(read('en/articles/router.md')).toBe(base);
  });
});

describe('undo', () => {
  it('puts everything back as it was', async () => {
    await teacher.keep(asking('my box is on strike'), 'Ada');
    expect((await teacher.undo()).kind).toBe('undone');
    expect(read('en/articles/router.md')).toBe(FILES['en/articles/router.md']);
    expect(existsSync(join(folder, 'questions.jsonl'))).toBe(false);
    expect(await teacher.undo()).toEqual({ kind: 'refused', problem: 'nothing was taught here' });
  });

  it('of one lesson leaves what was taught after it', async () => {
    const first = await teacher.keep(asking('box one on strike'), 'Ada');
    await teacher.keep(asking('box two on strike'), 'Bob');
    expect((await teacher.undo(first.kind === 'kept' ? first.id : '')).kind).toBe('undone');
    expect(read('en/articles/router.md')).not.toContain('box one');
    expect(read('en/articles/router.md')).toContain('  - box two on strike\n');
    expect(questions().map(({ text }) => text)).toEqual(['box two on strike']);
  });

  it('is refused where somebody has changed the same lines since', async () => {
    const base = FILES['en/articles/router.md'];
    const text = base.replace('five seconds', 'ten seconds');
    await teacher.keep({ kind: 'edit', article: 'router', language: 'en', base, text }, 'Ada');
    writeFileSync(join(folder, 'en/articles/router.md'), text.replace('ten seconds', 'a while'));
    expect(await teacher.undo()).toMatchObject({ kind: 'refused', problem: expect.stringMatching(/changed since/) });
    expect(read('en/articles/router.md')).toContain('a while');
  });
});

describe('a folder that is not written here', () => {
  it('gives a patch that other programs take', async () => {
    const reader = await open({ mayWrite: false });
    const kept = await reader.keep(asking('my box is on strike'), 'Ada');
    expect(kept.kind).toBe('patch');
    expect(read('en/articles/router.md')).toBe(FILES['en/articles/router.md']);
    const files = parsePatch(kept.kind === 'patch' ? kept.patch : '').map((patch) => {
      const name = patch.newFileName?.replace(/^b\//, '') ?? '';
      const before = existsSync(join(folder, name)) ? read(name) : '';
      return [name, applyPatch(before, patch)];
    });
    expect(files.map(([name]) => name)).toEqual(['en/articles/router.md', 'questions.jsonl']);
    expect(files[0]?.[1]).toContain('  - my box is on strike\n');
    expect(String(files[1]?.[1]).trim().split('\n')).toHaveLength(1);
  });

  it('gives the patch to the team’s own program, and says what that printed', async () => {
    const program = join(folder, 'propose.cjs');
    writeFileSync(
      program,
      `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs');
writeFileSync(${JSON.stringify(join(folder, 'got.patch'))}, readFileSync(0));
console.log(process.env.PASSERELLE_TITLE + ' by ' + process.env.PASSERELLE_AUTHOR);
console.log('https://git.example/pull/7');
`,
    );
    chmodSync(program, 0o755);
    const proposer = await open({ command: program });
    expect(await proposer.keep(asking('my box is on strike'), 'Ada')).toEqual({
      kind: 'proposed',
      said: 'https://git.example/pull/7',
    });
    expect(read('got.patch')).toContain('+  - my box is on strike');
    expect(existsSync(join(folder, 'questions.jsonl'))).toBe(false);
    rmSync(program);
    const timers = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
    const before = timers();
    expect(await proposer.keep(asking('my box is on strike'), 'Ada')).toMatchObject({
      kind: 'not-proposed',
      patch: expect.stringContaining('+  - my box is on strike'),
    });
    // What never ran is not waited for.
    expect(timers()).toBe(before);
  });

  it('because the system says so, gives the patch as well', async () => {
    const files = openTeachingFolder(folder, setTimeout);
    const sealed = {
      ...files,
      alone: () => Promise.reject(Object.assign(new Error('read-only file system'), { code: 'EROFS' })),
    };
    const place = async (read: LessonPlace['read']) => ({
      read,
      articlePaths: await articlePaths(folder),
      languages: ['en'],
      ofProduct: { topics: new Set<string>(), commands: new Set<string>() },
    });
    const signed = { author: 'Ada', date: '2026-11-28', at: '1' };
    expect(await keepLesson(asking('my box is on strike'), place, sealed, signed)).toMatchObject({ kind: 'patch' });
  });
});
