// `npm run bench:understanding` (after a build): ours and the peers side by side on the public sets and on dev.jsonl, clean
// and with typos; refusal; time, build and memory from 10 to 50,000 articles. Prints tables, writes
// docs/understanding-bench.json and docs/understanding.svg. `--quick`: fewer questions and sizes.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { drawPicture } from './draw-picture.mjs';
import { firstDays } from './first-day.mjs';
import { generateArticles } from './generated-articles.mjs';
import {
  auroc,
  devQuestions,
  engine,
  loadIntents,
  quantile,
  readDataset,
  root,
  seeded,
  withTypos,
} from './knowledge-base.mjs';
import { measureBuild } from './measure-build.mjs';
import { ENGINES } from './peers.mjs';

const quick = process.argv.includes('--quick');
const SETS = ['covidfaq-fr', 'cdtn-fr', 'chitchat-fr', 'chitchat-de', 'chitchat-es', 'clinc150', 'webapps'];
const percent = (share) => (Number.isFinite(share) ? (100 * share).toFixed(1) : '–');

function articlesOf({ train }) {
  const byLabel = new Map();
  for (const { t, y } of train) byLabel.set(y, [...(byLabel.get(y) ?? []), t]);
  return [...byLabel].map(([id, questions]) => ({ id, title: '', body: '', questions }));
}

/** Every n-th of a list, so that at most `most` are left. */
const thin = (list, most) => list.filter((_, i) => i % Math.max(1, Math.ceil(list.length / most)) === 0);

async function ask(index, questions) {
  const times = [];
  const ranks = [];
  const scores = [];
  for (const { t, y } of questions) {
    const start = performance.now();
    const found = await index.rank(t);
    times.push(performance.now() - start);
    ranks.push(found.findIndex(({ id }) => id === y));
    scores.push(found[0]?.score ?? 0);
  }
  const share = (least) => ranks.filter((rank) => rank >= 0 && rank < least).length / ranks.length;
  return {
    hit1: share(1),
    hit3: share(3),
    mrr: ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / ranks.length,
    times,
    scores,
  };
}

async function onSet(name, { open, most, name: peer, scans }) {
  const set = readDataset(name);
  const start = performance.now();
  const index = await open(articlesOf(set), set.lang);
  const build = performance.now() - start;
  // An engine that scans every record is asked fewer questions of a large set: seconds each.
  const cap = Math.min(
    scans ? Math.max(12, Math.round((most * 2000) / set.train.length)) : most,
    quick ? 100 : Infinity,
  );
  const inside = thin(
    set.test.filter(({ y }) => y !== null),
    cap,
  );
  const outside = thin(
    set.test.filter(({ y }) => y === null),
    cap,
  );
  const random = seeded(1);
  const clean = await ask(index, inside);
  const typos = await ask(
    index,
    inside.map(({ t, y }) => ({ t: withTypos(t, random), y })),
  );
  const refused = outside.length > 0 ? await ask(index, outside) : undefined;
  const bar = refused && quantile(clean.scores, 0.1);
  return {
    set: name,
    engine: peer,
    hit1: clean.hit1,
    hit3: clean.hit3,
    mrr: clean.mrr,
    typos: typos.hit1,
    auroc: refused ? auroc(clean.scores, refused.scores) : Number.NaN,
    answeredWrongly: refused
      ? refused.scores.filter((score) => score >= bar).length / refused.scores.length
      : Number.NaN,
    p50: quantile(clean.times, 0.5),
    p99: quantile(clean.times, 0.99),
    build,
  };
}

async function atSize(count, { open, largest, name, scans }) {
  if (count > largest) return undefined;
  // Seconds each: five of them say enough.
  const slow = scans && count > 1000;
  const { articles, asked } = generateArticles(count, slow ? 5 : 200);
  global.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  const index = await open(articles, 'fr');
  const build = performance.now() - start;
  global.gc?.();
  const after = process.memoryUsage();
  const questions = asked.map(({ text, id }) => ({ t: text, y: id }));
  if (!slow) await ask(index, questions.slice(0, 20));
  const { hit1, times } = await ask(index, questions);
  const memory = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
  return { engine: name, articles: count, hit1, p50: quantile(times, 0.5), p99: quantile(times, 0.99), build, memory };
}

function table(title, rows) {
  console.log(`\n## ${title}`);
  console.table(rows);
}

const results = [];
if (!readDataset('webapps'))
  console.log('The public sets are not there (../shared/datasets): their tables are skipped.');
else
  for (const name of SETS) {
    for (const peer of ENGINES) results.push(await onSet(name, peer));
    const rows = results.filter(({ set }) => set === name);
    table(
      name,
      Object.fromEntries(
        rows.map((r) => [
          r.engine,
          {
            'hit@1': percent(r.hit1),
            'hit@3': percent(r.hit3),
            MRR: r.mrr.toFixed(3),
            typos: percent(r.typos),
            AUROC: percent(r.auroc),
            'answered at 90 %': percent(r.answeredWrongly),
            'p50 ms': r.p50.toFixed(2),
            'p99 ms': r.p99.toFixed(1),
            'build ms': r.build.toFixed(0),
          },
        ]),
      ),
    );
  }

const sizes = [];
for (const count of quick ? [10, 1000] : [10, 1000, 10_000, 50_000])
  for (const peer of ENGINES) {
    const row = await atSize(count, peer);
    if (row) sizes.push(row);
  }
table(
  'articles in the index',
  sizes.map((r) => ({
    ...r,
    hit1: percent(r.hit1),
    p50: r.p50.toFixed(2),
    p99: r.p99.toFixed(1),
    build: r.build.toFixed(0),
    memory: r.memory.toFixed(1),
  })),
);

const at10000 = (name) => sizes.find((row) => row.engine === name && row.articles === 10_000)?.p50;
const faster = at10000('fuse-default') / at10000('passerelle');
if (Number.isFinite(faster))
  console.log(`At 10,000 articles ${faster.toFixed(0)} times faster than Fuse.js over the same text.`);

const builds = measureBuild();
table('building the index of the shipped knowledge base, each time in a new process', builds);

const firstDay = await firstDays();
for (const { name, language, rows } of firstDay)
  table(`${name}, ${language}: somebody else's help centre, no examples`, rows);

const own = [];
const questions = devQuestions();
if (questions) {
  const { intents, vocabulary } = await loadIntents();
  const index = engine('open-index').openIndex(intents, { vocabulary });
  await index.settle(() => new Promise(setImmediate));
  // As in a server that has been up for a while.
  for (const { texts } of intents)
    for (const [language, { examples }] of Object.entries(texts)) index.judge(`${examples[0]} xyz`, { language });
  const random = seeded(1);
  const kinds = new Map(intents.map(({ id, kind }) => [id, kind]));
  for (const [style, change] of [
    ['clean', (t) => t],
    ['typos', (t) => withTypos(t, random)],
  ]) {
    const times = [];
    const by = {};
    for (const { text, language, expect } of questions) {
      const begin = performance.now();
      const verdict = index.judge(change(text), { language });
      times.push(performance.now() - begin);
      const first =
        verdict.kind === 'answer' ? verdict.intent : verdict.kind === 'choose' ? verdict.intents[0] : 'none';
      const kind = expect === 'none' ? 'none' : (kinds.get(expect) ?? '?');
      const right = expect === 'none' ? !['article', 'check'].includes(kinds.get(first)) : first === expect;
      by[kind] ??= [0, 0];
      by[kind][0] += right ? 1 : 0;
      by[kind][1]++;
    }
    own.push({
      style,
      ...Object.fromEntries(
        Object.entries(by).map(([kind, [good, all]]) => [kind, `${percent(good / all)} (${good}/${all})`]),
      ),
      p50: quantile(times, 0.5).toFixed(2),
      p99: quantile(times, 0.99).toFixed(1),
    });
  }
  table('own knowledge base, dev.jsonl (none: rightly not answered)', own);
}

writeFileSync(
  `${root}docs/understanding-bench.json`,
  `${JSON.stringify({ node: process.version, sets: results, sizes, builds, firstDay, own }, undefined, 1)}\n`,
);
if (results.length > 0) writeFileSync(`${root}docs/understanding.svg`, drawPicture(results));
spawnSync('npx', ['biome', 'format', '--write', 'docs/understanding-bench.json'], { cwd: root });
