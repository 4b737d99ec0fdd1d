import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weekBefore } from '../../src/insights/week-figures';
import { openTestApp, startTalk } from '../converse';

const CLI = join(__dirname, '..', '..', 'dist', 'cli.js');

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-week-'));
  const tuesday = new Date(Date.parse(weekBefore(new Date()).from) + 30 * 60 * 60 * 1000);
  const app = await openTestApp({ dataFolder: folder }, { now: () => tuesday });
  for (const text of ['where is my api key?', 'fax my aunt', 'fax my aunt', '=fax\nmy aunt'])
    await startTalk(app, { locale: 'en-US' }).say(text);
  await app.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function week(...args: readonly string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH, DATA_DIR: folder } };
    execFile(process.execPath, [CLI, 'week', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

test('the last whole week is told as figures for a program, and as a letter in the language that is asked for', async () => {
  const [asJson, letter, unknown] = await Promise.all([
    week('--json'),
    week('--language', 'de'),
    week('--language', 'tlh'),
  ]);
  expect(JSON.parse(asJson.stdout)).toMatchObject({
    ...{ questions: 4, languages: { en: 4 }, before: { questions: 0 } },
    unanswered: [{ text: expect.stringContaining('fax'), language: 'en' }],
  });
  expect(letter).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Passerelle, Woche .*Fragen: 4 .*fax my aunt/s),
  });
  expect(unknown).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/--language tlh: one of .*de/) });
});
