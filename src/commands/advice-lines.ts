import { type ContentProblem, describeProblem } from '../knowledge/articles/article.js';

/** How many files are named behind a piece of advice. */
const MOST_NAMED = 3;

/** Advice that is given to many files is said once, with how many; what differs from one to the other is left out. */
export function adviceLines(advice: readonly ContentProblem[], all: boolean): readonly string[] {
  if (all) return advice.map(describeProblem);
  const groups = new Map<string, ContentProblem[]>();
  for (const each of advice) {
    const form = each.message
      .replace(/"[^"]*"/g, '…')
      .replace(/\b\d+ words;/, 'too many words;')
      .replace(/^step \d+/, 'a step');
    groups.set(form, [...(groups.get(form) ?? []), each]);
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length);
  return sorted.map(([form, those]) => {
    const [first] = those;
    if (those.length === 1 && first) return describeProblem(first);
    const named = those.slice(0, MOST_NAMED).map(({ file, line }) => (line === undefined ? file : `${file}:${line}`));
    return `${form} (${those.length} times: ${named.join(', ')}${those.length > MOST_NAMED ? ', …; each with --all' : ''})`;
  });
}
