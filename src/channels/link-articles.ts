import type { Reply } from './reply.js';

/** Words with a link to another article, as articles are written: `[text](article:id)`. */
const LINK = /\]\(article:([a-z0-9-]+)\)/g;

/** A picture that came along with the articles: `![alt](/pictures/name.png)`. */
const PICTURE = /\]\((\/pictures\/[\w.-]+)\)/g;

/**
 * A reply whose links to articles lead to their pages, and whose pictures are found, on every channel.
 * @param addressOf the page of an article
 * @param website where customers find this server, without a slash at the end
 */
export function linkArticles(reply: Reply, addressOf: (article: string) => string, website: string): Reply {
  const linked = (text: string) =>
    text
      .replace(LINK, (_link, id: string) => `](${addressOf(id)})`)
      .replace(PICTURE, (_link, path: string) => `](${website}${path})`);
  const text = linked(reply.text);
  if (reply.kind !== 'step') return { ...reply, text };
  return { ...reply, text, before: reply.before.map(linked), warnings: reply.warnings.map(linked) };
}
