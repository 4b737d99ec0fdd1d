// What a customer does, and what must come of it: question, article, steps back and forth, feedback, hand-off, reminder.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Two guides, as customers ask for them. */
const QUESTIONS = {
  fr: [
    ['triggers', 'comment désactiver les déclencheurs ?'],
    ['inbox', 'comment créer une boîte de réception ?'],
  ],
  en: [
    ['triggers', 'how do I turn off triggers?'],
    ['inbox', 'how do I create an inbox?'],
  ],
  de: [
    ['triggers', 'wie schalte ich die Trigger aus?'],
    ['inbox', 'wie erstelle ich einen Posteingang?'],
  ],
  es: [
    ['triggers', '¿cómo desactivo los disparadores?'],
    ['inbox', '¿cómo creo una bandeja de entrada?'],
  ],
};
export const LANGUAGES = Object.keys(QUESTIONS);
const PERSON = {
  fr: 'je veux parler à une personne',
  en: 'I want to talk to a human',
  de: 'echter Mensch bitte',
  es: 'quiero hablar con una persona',
};
/** Steps that are gone, back and forth, in one guide: the fewest, and one more than the most. */
const MOVES = [4, 16];
/** How often a customer clicks ahead without waiting for the answers. */
const HASTE = 0.2;

/** What a customer is told of their case. */
const REFERENCE = /P-[A-Z0-9]{4}-[A-Z0-9]{4}/;

/** How often an apology is answered by saying it again, and after how long, in milliseconds: the database is away for seconds. */
const MOST_TRIES = 12;
const [SOONEST_AGAIN, LATEST_AGAIN] = [1000, 4000];
/** How the assistant begins to say, in each language, that a turn has failed: nothing of it is stored, and it may be said again. */
const APOLOGIES = LANGUAGES.map((language) => {
  const { error } = JSON.parse(readFileSync(new URL(`../../locales/${language}/bot.json`, import.meta.url), 'utf8'));
  return error.slice(0, error.indexOf('{{'));
});
const isApology = ({ text = '' }) => APOLOGIES.some((words) => text.startsWith(words));

/** What an activity says in our words; of one that says nothing in them, its text. */
const replyOf = ({ channelData, text }) => channelData?.passerelle ?? { text };
const offers = (reply, kind) => (reply.choices ?? []).find(({ action }) => action.kind === kind);

/**
 * Takes a customer through it. What the assistant is sorry for is said again.
 * @param {{ random: () => number, language: string, name: string, tally: object, moves?: [number, number] }} setting
 *   `tally.note(what, detail)` counts what is not as it must be
 * @returns what was said and must be in the log, what each was answered with, the reference of the case
 */
export async function takeCourse(customer, { random, language, name, tally, moves = MOVES }) {
  const said = [];
  const expected = [];
  /** The step that was shown last, and the last reply that was no apology. */
  let [position, last] = [0, undefined];
  /** What was said and is not answered yet: when, and with which replies; how many of them came. */
  const waiting = customer.greets ? [{ replies: [{ kind: 'text' }], came: 0 }] : [];

  const hear = async (post) => {
    const [activity] = await customer.hear(expected.length, 1);
    if (!activity) throw new Error(`no reply to “${said.at(-waiting.length)}”, the ${said.length}th post or before`);
    const reply = replyOf(activity);
    const isSorry = post.came === 0 && isApology(reply);
    const { way, ...wanted } = isSorry ? { kind: 'apology' } : post.replies[post.came++];
    if (way !== undefined) position += way;
    expected.push(way === undefined ? wanted : { ...wanted, number: position });
    judge(reply, expected.at(-1), tally, customer.key);
    if (isSorry) tally.apology();
    else last = reply;
    return isSorry;
  };
  /** @returns whether all was answered, or some of it with an apology */
  const settle = async () => {
    let isAnswered = true;
    while (waiting.length > 0) {
      const [post] = waiting;
      const isSorry = await hear(post);
      isAnswered &&= !isSorry;
      if (!isSorry && post.came < post.replies.length) continue;
      waiting.shift();
      if (post.at !== undefined && !isSorry) tally.took(customer.heardAt(expected.length - 1) - post.at);
    }
    return isAnswered;
  };
  const say = async (message, ...replies) => {
    said.push(message.text);
    const at = await customer.say(message);
    tally.turn();
    waiting.push({ at, replies, came: 0 });
  };
  const ask = async (message, ...replies) => {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      await say(message, ...replies);
      if (await settle()) return last;
      await sleep(SOONEST_AGAIN + random() * (LATEST_AGAIN - SOONEST_AGAIN));
    }
    throw new Error(`only apologies for “${message.text}”`);
  };
  const press = ({ label, action }) =>
    random() < 0.5 ? { text: label } : { text: label, value: { passerelle: action } };
  const choose = async (kind, ...replies) => {
    const choice = offers(last, kind);
    if (!choice) throw new Error(`no way to ${kind}`);
    return ask(press(choice), ...replies);
  };

  const walk = async (article, total) => {
    const [fewest, below] = moves;
    let left = fewest + Math.floor(random() * (below - fewest));
    while (left > 0) {
      const way = position === 1 || (position < total && random() < 0.7) ? 1 : -1;
      const most = way === 1 ? total - position : position - 1;
      const many = Math.min(left, most, random() < HASTE ? 4 : 1);
      const choice = offers(last, way === 1 ? 'next' : 'previous');
      for (let i = 0; i < many; i++)
        await say({ text: choice.label, value: { passerelle: choice.action } }, { kind: 'step', article, way });
      left -= many;
      await settle();
    }
  };

  await settle();
  for (const [article, question] of QUESTIONS[language]) {
    await ask({ text: question }, { kind: 'article', article });
    const { total, number } = await choose('steps', { kind: 'step', article, number: 1 });
    position = number;
    await walk(article, total);
    const all = { text: '…', value: { passerelle: { kind: 'all-steps', article } } };
    await ask(all, { kind: 'article', article }, { kind: 'text', offers: 'helpful' });
    await choose('helpful', { kind: 'text', offers: 'handoff' });
  }
  await ask({ text: PERSON[language] }, { kind: 'contact' });
  await ask({ text: 'Camille Roux' }, { kind: 'contact' });
  await ask({ text: `${name}@example.com` }, { kind: 'text', offers: 'yes' });
  const send = async () => REFERENCE.exec((await choose('yes', { kind: 'text' })).text)?.[0];
  let reference = await send();
  // A request that could not be saved is told as such, with a way to try again.
  for (let tries = 1; reference === undefined && offers(last, 'resume') && tries <= MOST_TRIES; tries++) {
    tally.apology();
    await sleep(SOONEST_AGAIN + random() * (LATEST_AGAIN - SOONEST_AGAIN));
    await choose('resume', { kind: 'text', offers: 'yes' });
    reference = await send();
  }
  await ask(
    { text: '…', value: { passerelle: { kind: 'remind', days: 1 } } },
    { kind: 'text', offers: 'stop-reminders' },
  );
  return { said, expected, reference };
}

/** Compares a reply with what it must be. */
export function judge(reply, { kind, article, number, offers: way }, tally, where) {
  if (kind === 'step' && reply.kind === 'step' && (reply.number !== number || reply.article !== article))
    return tally.note('wrong step', `${where}: ${reply.article} ${reply.number} instead of ${article} ${number}`);
  const isRight =
    kind === 'apology'
      ? isApology(reply)
      : reply.kind === kind &&
        (article ?? reply.article) === reply.article &&
        (!way || offers(reply, way)) &&
        !isApology(reply);
  if (!isRight) tally.note('another reply', `${where}: ${JSON.stringify(reply).slice(0, 150)} instead of ${kind}`);
}

export { replyOf };
