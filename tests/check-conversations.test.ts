import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../src/bot/compose';
import { SHIPPED_DEPLOYMENT } from '../src/bot/config';
import { openSideDoor, type SideDoor } from '../src/commands/open-side-door';
import { changeRow, type DeskAccount } from '../src/simulator/desk-account';
import { openTestApp } from './converse';
import { type Change, holdTalk, readConversations } from './hold-talk';

const suites = readConversations(join(__dirname, 'conversations', 'checks'));

let door: SideDoor;
let app: App;
let now = new Date('2026-11-23T06:30:00Z');
/** What the bot said, by language. */
const said = new Map<string, string[]>();

beforeAll(async () => {
  door = await openSideDoor();
  app = await openTestApp({ publicUrl: door.url }, { now: () => now, wait: async () => {} });
  door.lead(app);
});
afterAll(async () => {
  await door.close();
  await app.close();
});
beforeEach(() => {
  // Each conversation has the account's whole rate limit to itself.
  now = new Date(now.getTime() + 2 * 60 * 1000);
  app.practice?.reset();
});

function applyTo(account: DeskAccount, { list, id, set, remove }: Change): void {
  const rows = account.lists[list];
  if (remove) account.lists[list] = remove === 'all' ? [] : rows.filter((row) => row.id !== id);
  else if (id === undefined || !changeRow(account, list, id, set ?? {})) throw new Error(`No ${id} in ${list}`);
}

describe.each(suites)('$file', ({ talks }) => {
  test.each(talks)('$title', async (talk) => {
    const turns = await holdTalk(app, talk, {
      change: (id, changes) => {
        const account = app.practice?.account(id);
        if (!account) throw new Error(`There is no practice account ${id}`);
        for (const each of changes) applyTo(account, each);
      },
      faults: (faults) => app.practice?.faults.set(...faults),
    });
    said.set(talk.language, [...(said.get(talk.language) ?? []), ...turns.map(({ text }) => text)]);
  });
});

/** What no conversation with the practice account can bring about, and which test does. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  // Teamwork Desk does not tell who gets e-mail: finding.test.ts.
  'headline.email-notifications.ok',
  'headline.email-notifications.problem',
  'problem.email-on',
  'readiness.ready',
  'readiness.todo.email-notifications',
  // Seconds of waiting: faults.test.ts. Rows that move between two pages: moving-rows.test.ts.
  'failure.timeout',
  'failure.changing',
]);

/** The sentences of what a check finds, by key without its plural, as patterns. */
function sentencesOf(language: string): readonly (readonly [key: string, pattern: RegExp])[] {
  const file = join(SHIPPED_DEPLOYMENT, language, 'deployment.json');
  const { headline, problem, doubt, failure, readiness } = JSON.parse(readFileSync(file, 'utf8')).finding;
  const patterns: [string, RegExp][] = [];
  const collect = (node: unknown, key: string): void => {
    if (typeof node === 'string') patterns.push([key.replace(/_(?:one|many|other)$/, ''), patternOf(node)]);
    else for (const [name, child] of Object.entries(node ?? {})) collect(child, key ? `${key}.${name}` : name);
  };
  collect({ headline, problem, doubt, failure, readiness }, '');
  // A name by itself is no sentence: it would be found anywhere.
  return patterns.filter(([key]) => key !== 'problem.trigger-on');
}

const patternOf = (sentence: string) =>
  new RegExp(
    sentence
      .replace(/\p{Zs}/gu, ' ')
      .split(/\{\{\w+\}\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
    'i',
  );

test('every sentence of what a check finds is said in a conversation', () => {
  const languages = ['fr', 'en', 'de', 'es'].map((language) => ({ language, sentences: sentencesOf(language) }));
  const heard = languages.flatMap(({ language, sentences }) =>
    sentences.filter(([, pattern]) => said.get(language)?.some((text) => pattern.test(text))).map(([key]) => key),
  );
  const keys = new Set(languages.flatMap(({ sentences }) => sentences.map(([key]) => key)));
  expect([...keys].filter((key) => !heard.includes(key) && !ELSEWHERE.has(key))).toEqual([]);
});

test('every check is found in order, to be mended and unknown in each language, as far as it can be', () => {
  for (const language of ['fr', 'en', 'de', 'es']) {
    const sentences = sentencesOf(language).filter(([key]) => key.startsWith('headline.'));
    const missing = sentences.filter(
      ([key, pattern]) => !ELSEWHERE.has(key) && !said.get(language)?.some((text) => pattern.test(text)),
    );
    const found = new Set(sentences.filter((each) => !missing.includes(each)).map(([key]) => key));
    expect(missing.map(([key]) => key).filter((key) => !found.has(key))).toEqual([]);
  }
});
