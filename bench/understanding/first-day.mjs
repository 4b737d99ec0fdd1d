// Somebody else's help centre on its first day: ours and the peers on the same questions, as a ranking alone and, for ours, as
// the customer sees it. `node bench/understanding/first-day.mjs [NAME] [QUESTIONS.jsonl …]` after a build.
import { fileURLToPath } from 'node:url';
import { helpCentres, isRight, loadHelpCentre, questionsOf } from './help-centres.mjs';
import { engine, quantile } from './knowledge-base.mjs';
import { BOOSTED, ENGINES } from './peers.mjs';

const PEERS = ['lunr', 'orama-stem', 'flexsearch', 'fuse-default', 'fuse-tuned', 'minisearch-stem'];
/** Commands that do no harm when nothing was asked for. */
const HARMLESS = new Set(['handoff', 'greeting', 'thanks', 'help']);
const percent = (part, all) => (all > 0 ? `${((100 * part) / all).toFixed(1)}` : '–');

/** Right page first, per cent of the questions that a page answers. */
async function rankingOf(name, open, articles, language, inside) {
  const index = await open(articles, language);
  let [first, third] = [0, 0];
  for (const question of inside) {
    const found = (await index.rank(question.text)).slice(0, 3);
    if (found[0] && isRight(question, found[0].id)) first++;
    if (found.some(({ id }) => isRight(question, id))) third++;
  }
  return { engine: name, first: percent(first, inside.length), 'of three': percent(third, inside.length) };
}

function asSeen(index, kinds, questions, language) {
  const of = { inside: 0, first: 0, three: 0, seen: 0, said: 0, saidInside: 0, saidRight: 0 };
  const out = { all: 0, said: 0, offered: 0 };
  let commands = 0;
  const times = [];
  for (const question of questions) {
    const begin = performance.now();
    const verdict = index.judge(question.text, { language });
    times.push(performance.now() - begin);
    const got =
      verdict.kind === 'choose' ? verdict.intents[0] : verdict.kind === 'unknown' ? undefined : verdict.intent;
    const isCommand = kinds.get(got) === 'command';
    const isSaid = verdict.kind === 'answer' && !(isCommand && HARMLESS.has(got));
    const right = got !== undefined && isRight(question, got);
    if (isCommand) commands++;
    if (isSaid) of.said++;
    if (isSaid && right) of.saidRight++;
    if (question.expect === 'none') {
      out.all++;
      if (isSaid) out.said++;
      else if (verdict.kind === 'nearest' || verdict.kind === 'choose') out.offered++;
      continue;
    }
    of.inside++;
    if (right) of.seen++;
    if (isSaid) of.saidInside++;
    const pages = verdict.candidates.filter(({ intent }) => kinds.get(intent) === 'article').slice(0, 3);
    if (pages[0] && isRight(question, pages[0].intent)) of.first++;
    if (pages.some(({ intent }) => isRight(question, intent))) of.three++;
  }
  return {
    engine: 'passerelle',
    first: percent(of.first, of.inside),
    'of three': percent(of.three, of.inside),
    seen: percent(of.seen, of.inside),
    'said as the answer': percent(of.saidInside, of.inside),
    'right of what is said': percent(of.saidRight, of.said),
    'out of scope said': percent(out.said, out.all),
    'out of scope offered': percent(out.offered, out.all),
    'taken for a command': percent(commands, questions.length),
    'p50 ms': quantile(times, 0.5).toFixed(2),
    'p99 ms': quantile(times, 0.99).toFixed(1),
  };
}

/** A row per engine, for each language that there are questions in: `{name, language, questions, rows}`. */
export async function firstDays(names = helpCentres(), files = undefined) {
  const tables = [];
  for (const name of names) {
    const { intents, vocabulary } = await loadHelpCentre(name);
    const kinds = new Map(intents.map(({ id, kind }) => [id, kind]));
    const index = engine('open-index').openIndex(intents, { vocabulary });
    await index.settle(() => new Promise(setImmediate));
    const questions = questionsOf(name, files);
    for (const language of new Set(questions.map((question) => question.language))) {
      const asked = questions.filter((question) => question.language === language);
      const inside = asked.filter(({ expect }) => expect !== 'none');
      const articles = intents.flatMap(({ id, kind, texts }) =>
        kind === 'article' && texts[language]
          ? [
              {
                id,
                questions: [],
                headings: texts[language].headings,
                title: texts[language].title,
                body: texts[language].body,
              },
            ]
          : [],
      );
      // As in a server that has been up for a while.
      for (const { text } of asked) index.judge(`${text} xyz`, { language });
      const rows = [asSeen(index, kinds, asked, language)];
      for (const peer of [BOOSTED, ...ENGINES.filter((each) => PEERS.includes(each.name))])
        rows.push(await rankingOf(peer.name, peer.open, articles, language, inside));
      tables.push({ name, language, questions: asked.length, rows });
    }
  }
  return tables;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name, ...files] = process.argv.slice(2);
  for (const { name: centre, language, questions, rows } of await firstDays(
    name && [name],
    files.length > 0 ? files : undefined,
  )) {
    console.log(`\n## ${centre}, ${language}: ${questions} questions, no examples`);
    console.table(rows);
  }
}
