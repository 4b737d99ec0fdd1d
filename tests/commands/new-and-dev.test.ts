import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openKnowledgeService } from '../../src/bot/knowledge/knowledge-service';
import { createServer } from '../../src/bot/server';
import { newHelpCentre } from '../../src/commands/new-help-centre';
import { openTryDoor, type TryDoor } from '../../src/commands/open-try-door';
import { lintKnowledge } from '../../src/knowledge/articles/lint-knowledge';
import { loadKnowledge } from '../../src/knowledge/articles/load-knowledge';
import { openTestApp } from '../converse';
import { articleFile, writeKnowledge } from '../knowledge/articles/write-knowledge';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-new-'));
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('a new help centre', () => {
  it('is sound in every language of the product, and its five questions are understood', async () => {
    await newHelpCentre(folder, ['fr', 'en', 'de', 'es']);
    const knowledge = await loadKnowledge(folder);
    expect([...knowledge.problems, ...lintKnowledge(knowledge)]).toEqual([]);
    const { index } = await openKnowledgeService(folder);
    const questions = readFileSync(join(folder, 'questions.jsonl'), 'utf8').trim().split('\n');
    expect(questions).toHaveLength(5);
    for (const line of questions) {
      const { text, language, expect: wanted }: { text: string; language: string; expect: string } = JSON.parse(line);
      const verdict = index.judge(text, { language });
      expect([text, verdict.kind === 'answer' ? verdict.intent : 'none']).toEqual([text, wanted]);
    }
  });

  it('leaves what is there as it is', async () => {
    writeFileSync(join(folder, '.env'), 'TEAM_NAME=Ours\n');
    await newHelpCentre(folder, ['en']);
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('TEAM_NAME=Ours\n');
  });

  it('begins its questions with the articles that are there, after an import', async () => {
    const { folder: imported, remove } = writeKnowledge({
      'fr/articles/pain/levain.md': articleFile('Nourrir un levain'),
    });
    await newHelpCentre(imported, ['en']);
    const [first = ''] = readFileSync(join(imported, 'questions.jsonl'), 'utf8').split('\n');
    remove();
    expect(JSON.parse(first)).toEqual({ text: 'Nourrir un levain', language: 'fr', expect: 'pain-levain' });
  });

  it('refuses what is no language', async () => {
    await expect(newHelpCentre(folder, ['french!'])).rejects.toThrow('no language');
  });
});

describe('the page for trying questions', () => {
  let door: TryDoor;
  afterEach(() => door.close());

  async function open(files: Readonly<Record<string, string>>) {
    const knowledge = writeKnowledge(files);
    const app = await openTestApp({ knowledgeFolder: knowledge.folder });
    // As in `dev`: restify changes what Node.js answers with in the whole process.
    createServer(app);
    door = await openTryDoor(app, 0, 'http://localhost:3978');
    const read = async (path: string) => (await fetch(`${door.url.replace('localhost', '127.0.0.1')}${path}`)).text();
    return { app, knowledge, read };
  }
  const FILES = {
    'en/articles/tyre.md': articleFile('Change a tyre', 'Take the wheel off.'),
    'en/articles/brake.md': articleFile('Adjust a brake', 'Turn the screw.'),
  };

  it('shows the answer, how sure it is, why, and what came next', async () => {
    const { knowledge, read } = await open(FILES);
    const page = await read('/?q=how+to+change+a+tyre&lng=en');
    knowledge.remove();
    expect(page).toContain('answer: Change a tyre (tyre)');
    expect(page).toContain('Take the wheel off.');
    expect(page).toMatch(/\d+ % sure, read as en/);
    expect(page).toContain('its words speak for Change a tyre (tyre)');
  });

  it('shows what is typed as text', async () => {
    const { knowledge, read } = await open(FILES);
    const page = await read(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    knowledge.remove();
    expect(page).not.toContain('<script>alert');
  });

  it('comes anew when a file has changed', async () => {
    const { app, knowledge, read } = await open(FILES);
    expect(await read('/version')).toBe('0');
    writeFileSync(join(knowledge.folder, 'en/articles/tyre.md'), articleFile('Mend a puncture', 'Patch it.'));
    await app.knowledgeService.reload(() => setImmediate());
    expect(await read('/version')).toBe('1');
    expect(await read('/?q=mend+a+puncture&lng=en')).toContain('answer: Mend a puncture (tyre)');
    knowledge.remove();
  });

  it('names what could not be loaded', async () => {
    const { knowledge, read } = await open({ ...FILES, 'en/articles/wrong.md': 'no front matter' });
    const page = await read('/');
    knowledge.remove();
    expect(page).toContain('wrong.md:1: front matter expected');
  });
});
