// The shipped knowledge base, the question sets and the built engine, for the scripts of this folder.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
export const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = process.env.DIST ?? `${root}dist`;
export const shared = process.env.SHARED ?? `${root}../shared`;

/** A built module of the engine: `engine('open-index')`. */
export const engine = (name) => require(`${dist}/knowledge/understanding/${name}.js`);

/** A built module of the library: `library('articles/load-knowledge')`. */
export const library = (name) => require(`${dist}/knowledge/${name}.js`);

/** The shipped deployment, upon the product, as intents and vocabularies. */
export async function loadIntents(folder = `${root}deployments/teamwork-desk`) {
  const { loadKnowledge } = require(`${dist}/knowledge/articles/load-knowledge.js`);
  const { articles, intents: files, vocabulary } = await loadKnowledge(folder, await loadKnowledge(`${root}locales`));
  const intents = new Map();
  const put = (id, kind, language, text) => {
    const intent = intents.get(id) ?? { id, kind, texts: {} };
    intents.set(id, { ...intent, texts: { ...intent.texts, [language]: text } });
  };
  for (const [id, versions] of articles)
    for (const [language, a] of versions)
      put(id, 'article', language, {
        title: a.title,
        headings: a.sections.map(({ title }) => title),
        body: [a.summary, ...a.steps.map(({ text }) => text), ...a.sections.map(({ body }) => body)].join('\n'),
        examples: a.questions,
        not: a.not,
      });
  for (const [language, file] of files) {
    for (const [id, text] of Object.entries(file.checks)) put(`check:${id}`, 'check', language, text);
    for (const [id, text] of Object.entries(file.commands)) put(id, 'command', language, text);
    for (const { topic, examples } of file.outside)
      put(`outside:${topic}`, 'outside', language, { title: '', examples });
  }
  return { intents: [...intents.values()], vocabulary: Object.fromEntries(vocabulary) };
}

/** Questions of a JSONL file: text, language, expect. */
export function readQuestions(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

export const devQuestions = () =>
  existsSync(`${shared}/questions/dev.jsonl`) ? readQuestions(`${shared}/questions/dev.jsonl`) : undefined;

/** A public set by name, or undefined when the folder is not there. */
export function readDataset(name) {
  const path = `${shared}/datasets/${name}.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** A set's training questions as intents: one article per label. */
export function intentsOfDataset({ lang, train }) {
  const byLabel = new Map();
  for (const { t, y } of train) byLabel.set(y, [...(byLabel.get(y) ?? []), t]);
  return [...byLabel].map(([id, examples]) => ({ id, kind: 'article', texts: { [lang]: { title: '', examples } } }));
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One or two slips of the finger in words of four letters or more: left out, swapped, wrong, one too many. */
export function withTypos(text, random) {
  let typed = text;
  const slips = random() < 0.5 ? 1 : 2;
  for (let i = 0; i < slips; i++) {
    const words = [...typed.matchAll(/\p{L}{4,}/gu)];
    const word = words[Math.floor(random() * words.length)];
    if (!word) return typed;
    const at = word.index + 1 + Math.floor(random() * (word[0].length - 2));
    const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)];
    const slip = Math.floor(random() * 4);
    const [head, tail] = [typed.slice(0, at), typed.slice(at)];
    if (slip === 0) typed = head + tail.slice(1);
    else if (slip === 1) typed = head + tail[1] + tail[0] + tail.slice(2);
    else if (slip === 2) typed = head + letter + tail.slice(1);
    else typed = head + letter + tail;
  }
  return typed;
}

/** Area under the ROC curve: how often a right score is above a wrong one. */
export function auroc(right, wrong) {
  const all = [...right.map((s) => [s, 1]), ...wrong.map((s) => [s, 0])].sort((a, b) => a[0] - b[0]);
  let ranks = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j][0] === all[i][0]) j++;
    for (let k = i; k < j; k++) if (all[k][1]) ranks += (i + j + 1) / 2;
    i = j;
  }
  return (ranks - (right.length * (right.length + 1)) / 2) / (right.length * wrong.length);
}

/** The value below which a share (0…1) of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
