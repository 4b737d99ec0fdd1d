// Many at once, many after one another, and files that change meanwhile.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, openChild, openConversation, say } from './open-child.mjs';

/** Turns that are under way together. */
const AT_ONCE = 50;

const range = (count) => Array.from({ length: count }, (_, i) => i);
const replyOf = ({ channelData }) => channelData?.passerelle ?? {};

/** 200 conversations, each with ten clicks at once. */
export async function atOnce() {
  const child = await openChild();
  const conversations = [];
  for (const n of range(200)) conversations.push(await openConversation(child.base, n));
  const next = { passerelle: { kind: 'next' } };
  const first = { passerelle: { kind: 'steps', article: 'triggers', step: 1 } };
  const post = ({ id, token, address }, i) =>
    ask(child.base, `/v3/directline/conversations/${id}/activities`, {
      ...{ token, address, within: 60_000 },
      body: {
        type: 'message',
        text: `${i}`,
        value: i === 0 ? first : i % 2 === 0 ? { passerelle: { kind: 'previous' } } : next,
      },
    });
  const answers = await Promise.all(conversations.flatMap((each) => range(10).map((i) => post(each, i))));
  const taken = answers.filter(({ status }) => status === 200).length;
  let [lost, wrong] = [0, 0];
  for (const { id, token, address } of conversations) {
    let bot = [];
    let log = [];
    for (let tries = 0; bot.length < 11 && tries < 20; tries++) {
      if (tries > 0) await sleep(500);
      log =
        (await ask(child.base, `/v3/directline/conversations/${id}/activities`, { token, address })).body.activities ??
        [];
      bot = log.filter(({ from, type }) => from.role === 'bot' && type === 'message');
    }
    lost += 11 - bot.length;
    // What is due follows from the order in which the posts were kept.
    let at = 0;
    const due = log
      .filter(({ from }) => from.role === 'user')
      .map(({ text }) => {
        if (at === 0) at = text === '0' ? 1 : 0;
        else at = text === '0' ? 1 : Number(text) % 2 === 0 ? Math.max(1, at - 1) : at + 1;
        return at;
      });
    const shown = bot.slice(1).map((activity) => replyOf(activity).number ?? 0);
    if (due.join() !== shown.join()) wrong++;
  }
  const { code } = await child.stop();
  const isGood = taken === 2000 && lost === 0 && wrong === 0 && code === 0;
  return { isGood, told: `${taken} of 2000 taken, ${lost} answers lost, ${wrong} conversations out of order` };
}

/**
 * Turns over conversations: what the memory does after the first third. In all of them the same is said, so that from
 * then on every conversation has been through everything.
 */
export async function manyTurns({ turns, conversations }) {
  const child = await openChild();
  const words = ['comment désactiver les déclencheurs ?', 'étape par étape', 'suivant', 'précédent', 'merci'];
  const held = [];
  let done = 0;
  const one = async (i) => {
    const word = words[Math.floor(i / conversations) % words.length];
    const answer = await say(child.base, `many-${i % conversations}`, i, word);
    if (answer.status === 200) done++;
  };
  const begin = performance.now();
  for (let i = 0; i < turns; i += AT_ONCE) {
    await Promise.all(range(Math.min(AT_ONCE, turns - i)).map((n) => one(i + n)));
    const third = Math.floor(((i + AT_ONCE) * 3) / turns);
    if (third > held.length) held.push({ turns: done, ...(await child.held()) });
  }
  const seconds = (performance.now() - begin) / 1000;
  const { code } = await child.stop();
  const grown = held.at(-1).heap - held[0].heap;
  const shown = held.map(
    ({ turns, heap, external, rss }) => `${turns}: heap ${heap}, external ${external}, RSS ${rss}`,
  );
  return {
    isGood: done === turns && grown < 10 && held.at(-1).rss - held[0].rss < 40 && code === 0,
    told: `${done} answered in ${Math.round(seconds)} s; MB after turn ${shown.join('; ')}`,
  };
}

/** 200 articles touched, broken, mended and removed while twenty others are asked for. */
export async function changingFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-knowledge-'));
  const articles = join(folder, 'fr', 'articles');
  mkdirSync(articles, { recursive: true });
  // A name of its own each, that nothing else resembles.
  const name = (i) =>
    `${['bal', 'kro', 'mip', 'tez', 'vul', 'dra', 'fen', 'gou', 'ziq', 'sto'][i % 10]}${['ando', 'ilux', 'oret', 'uvin', 'apse', 'ekol', 'omid', 'ytra', 'inbu', 'ofal'][Math.floor(i / 10) % 10]}${['ma', 'ke', 'ri', 'po', 'tu', 'sha', 'ble', 'fro', 'gli', 'dun', 'ver', 'zac'][Math.floor(i / 100)]}`;
  const write = (i, more = '', question = name(i)) =>
    writeFileSync(
      join(articles, `${name(i)}.md`),
      `---\ntitle: Régler le ${name(i)}\n${more}questions: ["comment régler le ${question} ?"]\nupdated: 2026-11-22\n---\nTournez le bouton du ${name(i)}.\n\n1. Tournez.\n`,
    );
  for (const i of range(220)) write(i);
  const child = await openChild({ env: { KNOWLEDGE_DIR: folder } });
  let [asked, missed, unanswered, isOver] = [0, 0, 0, false];
  const asking = (async () => {
    for (let i = 0; !isOver; i++) {
      const kept = 200 + (i % 20);
      const { status, body } = await say(child.base, `ask-${i % 200}`, i, `comment régler le ${name(kept)} ?`);
      asked++;
      if (status !== 200) unanswered++;
      else if (!(body.activities ?? []).some((activity) => replyOf(activity).article === name(kept))) missed++;
    }
  })();
  const memory = [];
  for (const round of range(4)) {
    for (const i of range(200)) write(i, '', `${name(i)} ${round}`);
    await sleep(1500);
    for (const i of range(200)) write(i, 'updatd: x\n');
    // The twenty that are asked for are taken away and put back at once, as a checkout does.
    for (const i of range(20)) rmSync(join(articles, `${name(200 + i)}.md`));
    await sleep(100);
    for (const i of range(20)) write(200 + i);
    await sleep(1500);
    for (const i of range(200)) write(i);
    await sleep(1500);
    for (const i of range(200)) rmSync(join(articles, `${name(i)}.md`));
    await sleep(2000);
    memory.push(await child.held());
  }
  isOver = true;
  await asking;
  const { code } = await child.stop();
  rmSync(folder, { recursive: true });
  const grown = memory.at(-1).heap - memory[1].heap;
  const shown = memory.map(({ heap, rss }) => `heap ${heap}, RSS ${rss}`);
  return {
    isGood: missed === 0 && unanswered === 0 && grown < 10 && code === 0,
    told: `${asked} asked, ${missed} not found, ${unanswered} not answered in time; MB after each round: ${shown.join('; ')}`,
  };
}
