import type { Reply } from '../reply.js';

/** U+2060, the word joiner: no width, no break, no sound in a screen reader. */
const JOINER = '\u2060';

/**
 * A reply whose words from outside Teams cannot turn into links. Teams looks for addresses in what it shows, not in what was
 * written: the backslashes of `escapeMarkdown` are gone by then, hence a joiner behind each sign that makes a link.
 */
export function withoutAutolinks<Said extends Reply>(reply: Said): Said {
  const text = broken(reply.text);
  if (reply.kind === 'step')
    return { ...reply, text, before: reply.before.map(broken), warnings: reply.warnings.map(broken) };
  if (reply.kind !== 'report') return { ...reply, text };
  const rows = reply.rows.map((row) => ({ ...row, detail: broken(row.detail), line: broken(row.line) }));
  return { ...reply, text, verdict: broken(reply.verdict), rows };
}

/** Breaks what `escapeMarkdown` has marked; all other escapes stay. */
export function broken(markdown: string): string {
  return markdown.replace(/\\(?:([:.@])(\/\/)?|[\s\S])/g, (whole, sign?: string, slashes?: string) => {
    if (sign === undefined) return whole;
    return `${sign}${JOINER}${slashes === undefined ? '' : `/${JOINER}/`}`;
  });
}
