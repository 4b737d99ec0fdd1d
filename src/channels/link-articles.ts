import type { Reply } from './reply.js';

/** Words with a link to another article, as articles are written: `[text](article:id)`. */
const LINK = /\]\(article:([a-z0-9-]+)\)/g;

/** A reply whose links to articles lead to their pages, on every channel. @param addressOf the page of an article */
export function linkArticles(reply: Reply, addressOf: (article: string) => string): Reply {
  const linked = (text: string) => text.replace(LINK, (_link, id: string) => `](${addressOf(id)})`);
  const text = linked(reply.text);
  if (reply.kind !== 'step') return { ...reply, text };
  return { ...reply, text, before: reply.before.map(linked), warnings: reply.warnings.map(linked) };
}
