import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { App } from '../src/bot/compose';
import { SHIPPED_DEPLOYMENT } from '../src/bot/config';
import { openDatabase } from '../src/storage/open-database';
import type { Schema } from '../src/storage/schema';
import { openTestApp } from './converse';
import { hesitateOn } from './hesitate-on';
import { type Deploy, holdTalk, readConversations } from './hold-talk';

const suites = readConversations(join(__dirname, 'conversations', 'deploys'));
const LANGUAGES = ['fr', 'en', 'de', 'es'];

const folder = mkdtempSync(join(tmpdir(), 'passerelle-deploy-'));
let before: App;
let after: App;
let unsure: ReturnType<typeof hesitateOn>;
let db: Kysely<Schema>;
/** Who answers now. */
let serving: App;

beforeAll(async () => {
  const knowledgeFolder = join(folder, 'next');
  writeNextDeployment(knowledgeFolder);
  before = await openTestApp({ dataFolder: folder });
  after = await openTestApp({ dataFolder: folder, knowledgeFolder });
  unsure = hesitateOn(before);
  db = await openDatabase(folder);
  // Two knowledge bases are learned.
}, 180_000);
afterAll(async () => {
  await db.destroy();
  await before.close();
  await after.close();
  rmSync(folder, { recursive: true });
});

/** The shipped deployment without the guide to agents, and with two steps in the guide to triggers. */
function writeNextDeployment(to: string): void {
  cpSync(SHIPPED_DEPLOYMENT, to, { recursive: true });
  for (const language of LANGUAGES) {
    const articles = join(to, language, 'articles');
    rmSync(join(articles, 'agents.md'));
    for (const name of readdirSync(articles)) {
      const file = join(articles, name);
      const text = readFileSync(file, 'utf8')
        .replace(/\[([^\]]+)\]\(article:agents\)/g, '$1')
        .replace(/^(related: \[)(.*)\]$/m, (_, start: string, ids: string) => `${start}${withoutAgents(ids)}]`);
      writeFileSync(file, name === 'triggers.md' ? withTwoSteps(text) : text);
    }
  }
}

const withoutAgents = (ids: string) =>
  ids
    .split(/,\s*/)
    .filter((id) => id !== 'agents')
    .join(', ');

/** Without the steps from the third on, and what belongs to them. */
const withTwoSteps = (text: string) => text.replace(/^3\. [\s\S]*?(?=^## )/m, '');

/** What a version from before leaves in the state of a conversation. */
async function leaveBehind({ dialogs, remembers = {} }: Deploy, key: string): Promise<void> {
  const row = await db.selectFrom('state').select('item').where('key', '=', key).executeTakeFirstOrThrow();
  const item = JSON.parse(row.item);
  Object.assign(item.memory.memory, remembers);
  const { shape } = item.memory;
  const text = JSON.stringify(item);
  const left = dialogs === 'changed' ? text.replaceAll(shape, '0'.repeat(shape.length)) : text;
  await db.updateTable('state').set({ item: left }).where('key', '=', key).execute();
}

test('the next version knows what has changed in it', () => {
  const { library } = after.knowledgeService;
  for (const language of LANGUAGES) {
    expect(library.find('agents', language)).toBeUndefined();
    expect(library.find('triggers', language)?.steps).toHaveLength(2);
  }
  expect(after.problems).toEqual([]);
});

describe.each(suites)('$file', ({ talks }) => {
  test.each(talks)('$title', async (talk) => {
    serving = before;
    const now = {
      get adapter() {
        return serving.adapter;
      },
      get logic() {
        return serving.logic;
      },
    };
    await holdTalk(now, talk, {
      unsure,
      deploy: async (deploy, key) => {
        await leaveBehind(deploy, key);
        serving = after;
      },
    });
  });
});
