import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Who may import whom: docs/architecture.md says why. A folder may always import itself. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  checks: [],
  handoff: ['outbox', 'checks/teamwork-desk', 'checks/http'],
  outbox: [],
  insights: ['knowledge'],
  training: ['knowledge'],
  freshness: ['knowledge', 'handoff/webhook', 'import/html'],
  http: [],
  operate: ['training', 'insights', 'knowledge', 'handoff', 'http', 'channels', 'dialogs/phrases'],
  channels: ['knowledge', 'checks', 'handoff', 'outbox', 'http'],
  dialogs: ['knowledge', 'checks', 'handoff', 'outbox', 'insights', 'channels'],
  storage: ['handoff', 'outbox', 'insights', 'operate', 'checks', 'channels', 'dialogs/transfer', 'dialogs/privacy'],
  simulator: ['checks', 'http'],
  import: ['knowledge'],
  bot: [
    ...[
      'knowledge',
      'checks',
      'handoff',
      'outbox',
      'insights',
      'operate',
      'training',
      'freshness',
      'channels',
      'dialogs',
      'storage',
    ],
    ...['simulator', 'http'],
  ],
  commands: [
    'knowledge',
    'checks',
    'handoff',
    'insights',
    'operate',
    'training',
    'freshness',
    'channels',
    'dialogs',
    'storage',
    'simulator',
    'import',
    'http',
    'bot',
  ],
  // index.ts and cli.ts.
  '': ['bot', 'commands'],
};

/**
 * Who may import whom inside a folder. `.` are the files that stand in no sub-folder: a sub-folder may use them, they are
 * what its rooms have in common.
 */
const SUB_FOLDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'knowledge/understanding': {
    languages: ['.'],
    text: ['.', 'languages'],
    retrieval: ['.', 'text'],
    corpus: ['.', 'languages', 'text', 'retrieval'],
    classifier: ['.', 'retrieval', 'corpus'],
    across: ['.', 'text', 'retrieval', 'corpus'],
    decision: ['.', 'text', 'retrieval', 'corpus', 'classifier', 'across'],
    '.': ['text', 'retrieval', 'corpus', 'classifier', 'across', 'decision'],
  },
  dialogs: {
    phrases: ['.', 'transfer'],
    routing: ['.', 'reminders', 'transfer'],
    guides: ['.', 'phrases'],
    account: ['.', 'phrases', 'guides'],
    handoff: ['.', 'phrases', 'guides', 'account'],
    reminders: ['.', 'phrases', 'guides', 'account'],
    privacy: ['.', 'phrases'],
    transfer: ['.', 'phrases', 'guides', 'account'],
    talk: ['.', 'phrases', 'guides'],
    '.': ['phrases', 'routing', 'guides', 'account', 'handoff', 'reminders', 'privacy', 'transfer', 'talk'],
  },
  bot: {
    connector: ['.'],
    turn: ['.'],
    knowledge: ['.'],
    middleware: ['.', 'turn', 'connector', 'knowledge', 'handoff'],
    outbox: ['.', 'turn'],
    handoff: ['.'],
    website: ['.', 'turn'],
    freshness: ['.'],
    training: ['.', 'knowledge'],
    operate: ['.', 'turn', 'website', 'handoff'],
    '.': [
      'connector',
      'turn',
      'knowledge',
      'middleware',
      'outbox',
      'handoff',
      'website',
      'operate',
      'training',
      'freshness',
    ],
  },
  channels: { secrets: [], teams: ['.', 'secrets'], web: ['.', 'secrets'], '.': ['secrets', 'teams', 'web'] },
  checks: { http: ['.'], 'teamwork-desk': ['.', 'http'], described: ['.', 'http'], '.': [] },
  operate: { 'sign-in': ['.'], views: ['.'], '.': ['sign-in', 'views'] },
  handoff: { email: ['.'], webhook: ['.'], 'teamwork-desk': ['.'], teams: ['.'], '.': ['webhook'] },
  storage: { migrations: ['.'], '.': ['migrations'] },
  import: {
    html: ['.'],
    markdown: ['.', 'html'],
    articles: ['.', 'markdown'],
    web: ['.'],
    sources: ['.', 'articles', 'markdown', 'html', 'web'],
    keep: ['.', 'articles'],
    '.': ['html', 'markdown', 'articles', 'sources', 'keep', 'web'],
  },
  knowledge: { understanding: [], articles: ['understanding'], '.': ['understanding', 'articles'] },
};

interface Owned {
  readonly what: RegExp;
  /** Files, or folders with a slash at their end, in which it may stand. */
  readonly where: readonly string[];
  /** Where only its types may be imported. */
  readonly types?: readonly string[];
}

/** Libraries and globals that live in one place. */
const OWNED: Readonly<Record<string, Owned>> = {
  'Bot Framework': {
    what: imported('(?:botbuilder|botframework)[\\w-]*(?:/[^\'"]*)?'),
    where: ['bot/', 'dialogs/waterfall.ts', 'dialogs/root-dialog.ts', 'commands/talk.ts'],
    types: ['channels/', 'storage/sql-state.ts', 'commands/draw-for-terminal.ts'],
  },
  restify: {
    what: imported('restify(?:/[^\'"]*)?'),
    where: ['http/open-restify.ts'],
    types: ['bot/server.ts', 'bot/answer-messages.ts'],
  },
  i18next: { what: imported('i18next'), where: ['dialogs/phrases/words.ts'] },
  'fuse.js': { what: imported('fuse\\.js'), where: ['knowledge/understanding/text/fuzzy.ts'] },
  'kysely, libsql and pg': { what: imported('(?:kysely|libsql|pg|pg-cursor)'), where: ['storage/'] },
  pino: { what: imported('pino'), where: ['bot/log.ts'] },
  commander: { what: imported('commander'), where: ['cli.ts'] },
  // Loaded where traces are asked for, and nowhere else.
  OpenTelemetry: { what: imported('@opentelemetry/[\\w-]+'), where: ['bot/open-tracing.ts'] },
  undici: {
    what: imported('undici'),
    where: ['checks/http/', 'handoff/', 'freshness/', 'import/web/', 'bot/connector/use-proxy.ts'],
    types: ['checks/teamwork-desk/', 'checks/described/'],
  },
  'JSON paths': { what: imported('json-p3'), where: ['checks/described/json-path.ts'] },
  'openid-client': { what: imported('openid-client'), where: ['operate/sign-in/openid.ts'] },
  nodemailer: { what: imported('nodemailer(?:/[^\'"]*)?'), where: ['handoff/email/'] },
  'imapflow and postal-mime': { what: imported('(?:imapflow|postal-mime)'), where: ['handoff/email/'] },
  luxon: { what: imported('luxon'), where: ['handoff/business-hours.ts'] },
  'standard webhooks': { what: imported('standardwebhooks'), where: ['handoff/webhook/'] },
  'the environment': { what: /\bprocess\.env\b/, where: ['index.ts', 'cli.ts', 'bot/', 'commands/'] },
  'the clock': { what: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/, where: ['bot/', 'commands/'] },
  chance: { what: /\bMath\.random\b|\brandomInt\b/, where: ['bot/', 'commands/'] },
  // One door: what others wrote is shown there, never obeyed. `talk` and `demo` give it to readline as well.
  'the terminal': {
    what: /\bprocess\.std(?:out|err)\.write\b|\bstdout\.write\b|\bconsole\.\w/,
    where: ['commands/print.ts'],
  },
  'the file system': {
    what: imported('node:fs(?:/promises)?'),
    where: [
      'bot/',
      'commands/',
      'storage/',
      'knowledge/articles/',
      'dialogs/phrases/read-sentences.ts',
      'simulator/',
      'import/',
      'training/',
    ],
  },
};

/** Libraries that exactly one file knows. */
const ONE_FILE = ['restify', 'i18next', 'fuse.js', 'pino', 'commander'];

function imported(name: string): RegExp {
  return new RegExp(`(?:\\bfrom|\\bimport|\\brequire\\(|\\bimport\\()\\s*['"]${name}['"]`);
}

interface Source {
  /** From src/, with slashes. */
  readonly path: string;
  readonly text: string;
}

const root = join(__dirname, '..', 'src');
const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }));

const folderOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '');
/** The sub-folder of `parent` in which a file stands, `.` for none. Nothing when it stands elsewhere. */
function subFolderOf(parent: string, path: string): string | undefined {
  if (!path.startsWith(`${parent}/`)) return undefined;
  const rest = path.slice(parent.length + 1).split('/');
  return rest.length > 1 ? rest[0] : '.';
}
const isAt = (path: string, places: readonly string[] = []) =>
  places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

/** A source as it runs: without comments, and when asked without what is imported for its types alone. */
function code(text: string, withTypes = true): string {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{])\/\/.*$/gm, '$1');
  return withTypes ? bare : bare.replace(/^(?:import|export) type [\s\S]*?;$/gm, '');
}

/** What a source does that its place does not allow. */
function breaches({ path, text }: Source): readonly string[] {
  const found: string[] = [];
  const own = folderOf(path);
  for (const [, target = ''] of code(text).matchAll(
    /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*['"](\.[^'"]*)['"]/g,
  )) {
    const folder = folderOf(relative(root, join(root, dirname(path), target)).replaceAll('\\', '/'));
    const to = relative(root, join(root, dirname(path), target)).replaceAll('\\', '/');
    const isAllowed = FOLDERS[own]?.some((allowed) => allowed === folder || to.startsWith(`${allowed}/`));
    if (folder !== own && !isAllowed) found.push(`${path} imports ${folder}`);
    for (const [parent, rooms] of Object.entries(SUB_FOLDERS)) {
      const [from, into] = [subFolderOf(parent, path), subFolderOf(parent, to)];
      if (from !== undefined && into !== undefined && from !== into && !rooms[from]?.includes(into))
        found.push(`${path} imports ${parent}/${into}`);
    }
  }
  for (const [name, { what, where, types }] of Object.entries(OWNED)) {
    const used = what.test(code(text, !isAt(path, types)));
    if (used && !isAt(path, where)) found.push(`${path} uses ${name}`);
  }
  return found;
}

test('every folder of the app is in the table', () => {
  expect([...new Set(sources.map(({ path }) => folderOf(path)))].filter((folder) => !(folder in FOLDERS))).toEqual([]);
});

test('every sub-folder of a folder that has any is in the table, and none that is gone', () => {
  for (const [parent, rooms] of Object.entries(SUB_FOLDERS)) {
    const found = new Set(sources.flatMap(({ path }) => subFolderOf(parent, path) ?? []));
    expect([parent, [...found].sort()]).toEqual([parent, Object.keys(rooms).sort()]);
  }
});

test('no file imports or uses what is not its to use', () => {
  expect(sources.flatMap(breaches)).toEqual([]);
});

test.each(ONE_FILE)('%s is known to exactly one file', (name) => {
  const { what = /^/, types } = OWNED[name] ?? {};
  expect(
    sources.filter(({ path, text }) => what.test(code(text, !isAt(path, types)))).map(({ path }) => path),
  ).toHaveLength(1);
});

test('everything in the table exists: a rule about nothing guards nothing', () => {
  for (const [name, { what, where }] of Object.entries(OWNED)) {
    if (name === 'chance') continue;
    const users = sources.filter(({ path, text }) => isAt(path, where) && what.test(code(text)));
    expect({ name, used: users.length > 0 }).toEqual({ name, used: true });
  }
});

/** The files that a source imports, from src/; those of which only types are wanted when asked. */
function importsOf({ path, text }: Source, withTypes: boolean): readonly string[] {
  const bare = code(text, withTypes);
  const running = withTypes ? bare : bare.replace(/^import \{(?:\s*type \w+(?: as \w+)?,?)+\s*\} from .*$/gm, '');
  return [...running.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"](\.[^'"]*)['"]/g)].map(([, target = '']) =>
    relative(root, join(root, dirname(path), target))
      .replaceAll('\\', '/')
      .replace(/\.js$/, '.ts'),
  );
}

/** Files that reach themselves through what they import, each with where it is met first. */
function inCircles(all: readonly Source[], withTypes: boolean): readonly string[] {
  const imports = new Map(all.map((source) => [source.path, importsOf(source, withTypes)]));
  const reaches = (from: string): boolean => {
    const seen = new Set<string>();
    const waiting = [...(imports.get(from) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === from) return true;
      if (!seen.has(next)) waiting.push(...(imports.get(next) ?? []));
      seen.add(next);
    }
    return false;
  };
  return all.map(({ path }) => path).filter(reaches);
}

/** Where types alone still go round in a circle. */
const CIRCLES_OF_TYPES = ['dialogs/routing/'];

test('no file imports itself through others', () => {
  expect(inCircles(sources, false)).toEqual([]);
});

test('nor for its types, except where it is known', () => {
  const found = inCircles(sources, true);
  expect(found.filter((path) => !isAt(path, CIRCLES_OF_TYPES))).toEqual([]);
  for (const place of CIRCLES_OF_TYPES) {
    expect({ place, found: found.some((path) => isAt(path, [place])) }).toEqual({ place, found: true });
  }
});

test('a circle that is planted is found', () => {
  const planted = [
    { path: 'a/x.ts', text: "import { type T, y } from './y.js';" },
    { path: 'a/y.ts', text: "export { z } from '../b/z.js';" },
    { path: 'b/z.ts', text: "import type { X } from '../a/x.js';" },
    { path: 'b/v.ts', text: "import { z } from './z.js';" },
  ];
  expect(inCircles(planted, false)).toEqual([]);
  expect(inCircles(planted, true)).toEqual(['a/x.ts', 'a/y.ts', 'b/z.ts']);
  const running = planted.map(({ path, text }) => ({ path, text: text.replace('import type', 'import') }));
  expect(inCircles(running, false)).toEqual(['a/x.ts', 'a/y.ts', 'b/z.ts']);
});

describe('a breach that is planted is found', () => {
  test.each([
    ['knowledge/x.ts', "import { t } from '../dialogs/words.js';", 'knowledge/x.ts imports dialogs'],
    ['knowledge/articles/x.ts', "import { c } from '../../checks/check.js';", 'knowledge/articles/x.ts imports checks'],
    ['checks/x.ts', "export { a } from '../knowledge/articles/article.js';", 'checks/x.ts imports knowledge'],
    ['channels/x.ts', "import type { Memory } from '../dialogs/memory.js';", 'channels/x.ts imports dialogs'],
    ['dialogs/x.ts', "const a = await import('../bot/log.js');", 'dialogs/x.ts imports bot'],
    ['bot/x.ts', "import { ask } from '../commands/ask.js';", 'bot/x.ts imports commands'],
    ['storage/x.ts', "import\n  '../dialogs/memory.js';", 'storage/x.ts imports dialogs'],
    ['dialogs/x.ts', "import { Dialog } from 'botbuilder-dialogs';", 'dialogs/x.ts uses Bot Framework'],
    ['dialogs/x.ts', "import type { Activity } from 'botbuilder';", 'dialogs/x.ts uses Bot Framework'],
    ['channels/x.ts', "import { type Activity, CardFactory } from 'botbuilder';", 'channels/x.ts uses Bot Framework'],
    [
      'channels/x.ts',
      "import type { A } from './a.js';\nimport { CardFactory } from 'botbuilder';",
      'channels/x.ts uses Bot Framework',
    ],
    ['handoff/x.ts', "const { X } = require('botframework-connector');", 'handoff/x.ts uses Bot Framework'],
    ['knowledge/x.ts', "import Fuse from 'fuse.js';", 'knowledge/x.ts uses fuse.js'],
    ['bot/x.ts', 'import { Kysely } from "kysely";', 'bot/x.ts uses kysely, libsql and pg'],
    ['dialogs/x.ts', 'const port = process.env.PORT;', 'dialogs/x.ts uses the environment'],
    ['checks/x.ts', 'const at = Date.now();', 'checks/x.ts uses the clock'],
    ['handoff/x.ts', 'const at = new Date().toISOString(); // now', 'handoff/x.ts uses the clock'],
    ['handoff/x.ts', 'const n = Math.random();', 'handoff/x.ts uses chance'],
    [
      'dialogs/phrases/x.ts',
      "import { route } from '../routing/route.js';",
      'dialogs/phrases/x.ts imports dialogs/routing',
    ],
    ['bot/turn/x.ts', "import { a } from '../middleware/one-write.js';", 'bot/turn/x.ts imports bot/middleware'],
    [
      'knowledge/understanding/text/x.ts',
      "import type { P } from '../retrieval/postings.js';",
      'knowledge/understanding/text/x.ts imports knowledge/understanding/retrieval',
    ],
  ])('%s: %s', (path, text, breach) => {
    expect(breaches({ path, text })).toEqual([breach]);
  });

  test.each([
    ['channels/x.ts', "import type { Activity } from 'botbuilder';"],
    ['knowledge/x.ts', '// Date.now() and process.env are for others\n/* new Date() */ const at = new Date(0);'],
    ['dialogs/x.ts', "import { a } from './words.js';\nimport { b } from '../channels/reply.js';"],
    ['bot/x.ts', "const url = 'https://example.com/' + process.env.X;"],
  ])('and what is allowed is not: %s', (path, text) => {
    expect(breaches({ path, text })).toEqual([]);
  });
});
