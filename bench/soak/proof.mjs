// What the log of a conversation, and the store, must hold at the end.
import { judge, replyOf } from './course.mjs';

/** Compares both sides of a conversation, as kept, with what was said and what had to be answered. */
export function proveLog({ log, heard }, { said, expected }, tally, where) {
  const isBot = ({ from }) => from.role === 'bot';
  const [bot, posts] = [log.filter(isBot), log.filter((activity) => !isBot(activity)).map(({ text }) => text)];
  const [missing, extra] = [count(said, posts), count(posts, said)];
  if (missing > 0) tally.note('acknowledged and lost', `${where}: ${missing}`);
  if (extra > 0) tally.note('doubled', `${where}: ${extra} posts`);
  if (missing + extra === 0 && posts.join('\n') !== said.join('\n')) tally.note('another reply', `${where}: order`);
  if (bot.length > expected.length)
    tally.note('doubled', `${where}: ${bot.length} replies instead of ${expected.length}`);
  if (bot.length < expected.length) tally.note('unanswered', `${where}: ${expected.length - bot.length}`);
  if (bot.length === expected.length)
    bot.forEach((activity, i) => {
      judge(replyOf(activity), expected[i], tally, `${where} (log)`);
    });
  // A client drops by its id what comes over the stream again; each must have come.
  const ids = new Set(heard.map(({ id }) => id));
  const unheard = log.filter(({ id }) => !ids.has(id));
  if (unheard.length > 0) tally.note('unanswered', `${where}: ${unheard.length} never came over the stream`);
}

/** How many of the first are not in the second, one for one. */
function count(first, second) {
  const left = [...second];
  return first.filter((text) => {
    const at = left.indexOf(text);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  }).length;
}

/**
 * Looks into what the stopped servers have kept.
 * @param conversations `{ key, reference, replies }` of each that was taken through to its end
 * @returns `ok`, or what is broken in it
 */
export async function proveStore({ all, integrity }, conversations, tally) {
  const cases = (await all('select item from cases')).map(({ item }) => JSON.parse(item));
  const rows = await all(
    "select conversation, count(*) as n, max(state) as state from outbox where kind = 'reminder' group by conversation",
  );
  const reminders = new Map(rows.map(({ conversation, ...row }) => [conversation, row]));
  const said = await all(
    'select conversation, count(*) as n from web_activities where item like \'%"role":"bot"%\' group by conversation',
  );
  const replies = new Map(said.map(({ conversation, n }) => [conversation, n]));
  for (const { key, reference, replies: before } of conversations) {
    const found = cases.filter(({ conversation }) => conversation === key);
    if (!found.some((each) => each.reference === reference)) tally.note('hand-offs lost', `${key}: ${reference}`);
    if (found.length > 1) tally.note('hand-offs doubled', `${key}: ${found.length}`);
    const { n = 0, state } = reminders.get(key) ?? {};
    if (n === 0) tally.note('reminders lost', key);
    if (n > 1) tally.note('reminders doubled', `${key}: ${n}`);
    if (!key.startsWith('directline|')) continue;
    const more = (replies.get(key.replace('directline|', '')) ?? 0) - before;
    if (state !== 'said' || more < 1) tally.note('reminders lost', `${key}: ${state}, said ${more} times`);
    if (more > 1) tally.note('reminders doubled', `${key}: said ${more} times`);
  }
  return integrity();
}
