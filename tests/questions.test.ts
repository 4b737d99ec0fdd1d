import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT_FOLDER, SHIPPED_DEPLOYMENT } from '../src/bot/config';
import { readQuestions } from '../src/commands/evaluate-file';
import { intentsOf } from '../src/knowledge/articles/intents-of';
import { loadKnowledge } from '../src/knowledge/articles/load-knowledge';
import { foldText } from '../src/knowledge/understanding/text/fold-text';

/** The questions that measure us from outside; their fingerprints stand in for them where they are not at hand. */
const DEV = join(__dirname, '..', '..', 'shared', 'questions', 'dev.jsonl');
const FINGERPRINTS = join(__dirname, 'ranking', 'dev-fingerprints.json');

const key = (line: string) =>
  foldText(line)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const fingerprint = (line: string) => createHash('sha256').update(key(line)).digest('hex');
/** What can hardly be said in another way: "hallo", "buenas tardes", "vergiss es". */
const FORMULAE = new Set(['greeting', 'thanks', 'goodbye', 'cancel']);
const isTelling = (line: string, intent: string) => key(line).split(' ').length > (FORMULAE.has(intent) ? 3 : 1);

async function learnt(): Promise<ReadonlyMap<string, string>> {
  const intents = intentsOf(await loadKnowledge(SHIPPED_DEPLOYMENT, await loadKnowledge(PRODUCT_FOLDER)));
  const lines = intents.flatMap(({ id, texts }) =>
    Object.values(texts).flatMap((text) =>
      [text?.title ?? '', ...(text?.headings ?? []), ...(text?.examples ?? []), ...(text?.not ?? [])].map(
        (line) => [line, id] as const,
      ),
    ),
  );
  return new Map(
    lines.filter(([line, id]) => isTelling(line, id)).map(([line, id]) => [fingerprint(line), `${id}: ${line}`]),
  );
}

test('what measures us is not learnt by heart: no line of the development questions stands in the knowledge base', async () => {
  const prints: readonly string[] = JSON.parse(readFileSync(FINGERPRINTS, 'utf8'));
  const known = await learnt();
  expect(prints.length).toBeGreaterThanOrEqual(100);
  expect(prints.flatMap((print) => known.get(print) ?? [])).toEqual([]);
});

test('a fingerprint is a SHA-256, stands there once, and gives no question away by its place', () => {
  const prints: readonly string[] = JSON.parse(readFileSync(FINGERPRINTS, 'utf8'));
  expect(prints.filter((print) => !/^[\da-f]{64}$/.test(print))).toEqual([]);
  expect(prints).toEqual([...new Set(prints)].toSorted());
});

// Where the questions are at hand; elsewhere their fingerprints are all there is.
if (existsSync(DEV))
  test('the fingerprints are those of the development questions', () => {
    const questions = readQuestions(DEV, readFileSync(DEV, 'utf8'));
    const prints = new Set(questions.map(({ text }) => fingerprint(text)));
    expect(JSON.parse(readFileSync(FINGERPRINTS, 'utf8'))).toEqual([...prints].toSorted());
  });

test.each(['questions.jsonl', 'held-out.jsonl', 'blind.jsonl'])(
  'no line of our own ranking/%s does either',
  async (name) => {
    const file = join(__dirname, 'ranking', name);
    const known = await learnt();
    const questions = readQuestions(file, readFileSync(file, 'utf8'));
    expect(questions.length).toBeGreaterThanOrEqual(100);
    expect(questions.flatMap(({ text }) => known.get(fingerprint(text)) ?? [])).toEqual([]);
  },
);

test('a line that is learnt is found, however it is written', async () => {
  const known = await learnt();
  expect(known.get(fingerprint('COMMENT creer une boite de reception, dans Teamwork-Desk'))).toMatch(/^inbox: /);
});
