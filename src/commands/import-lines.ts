import type { ImportReport } from '../import/import-source.js';
import type { FileChange } from '../import/keep/write-articles.js';
import type { ImportNote } from '../import/source-page.js';

/** How many pages are named behind what is said of them. */
const MOST_NAMED = 5;

const DONE: Readonly<Record<FileChange['kind'], string>> = {
  added: 'new',
  updated: 'updated from the source',
  same: 'unchanged',
  joined: 'changed here and at the source: joined',
  kept: 'edited here: kept',
  conflict: 'changed here and at the source in the same lines: yours are kept, look at them',
  gone: 'deleted here: not brought back',
  removed: 'gone from the source: taken away',
  left: 'gone from the source, but edited here: left',
};

const HEADINGS: readonly (readonly [ImportNote['kind'], string])[] = [
  ['failed', 'Could not be read (the next import tries again):'],
  ['dropped', 'Left out:'],
  ['changed', 'Not quite as it was:'],
];

/** What is told about an import: what was made, what was done to each file, what was left out and why. */
export function importLines(
  report: ImportReport,
  { into, dryRun }: { readonly into: string; readonly dryRun: boolean },
): readonly string[] {
  const { pages, articles, changes, notes, pictures } = report;
  const byLanguage = Object.entries(articles).map(([language, count]) => `${count} in ${language}`);
  const made = byLanguage.length === 0 ? 'no article' : `articles: ${byLanguage.join(', ')}`;
  const counts = Object.entries(DONE).flatMap(([kind, words]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`  ${count} ${words}`];
  });
  return [
    // What is simply newer at the source is shown when it is asked for beforehand.
    ...changes.flatMap(({ kind, diff }) =>
      diff === undefined || (kind === 'updated' && !dryRun) ? [] : [diff.trimEnd()],
    ),
    ...HEADINGS.flatMap(([kind, heading]) => {
      const lines = grouped(notes.filter((note) => note.kind === kind));
      return lines.length === 0 ? [] : [heading, ...lines];
    }),
    `${pages} pages read, ${made}${pictures > 0 ? `, ${pictures} pictures copied` : ''}${dryRun ? ' (nothing was written)' : ` → ${into}`}`,
    ...counts,
    ...(dryRun || changes.length === 0 ? [] : [`Next: passerelle lint --knowledge ${into}, passerelle dev ${into}`]),
  ];
}

/** What is said of many pages is said once; what differs stands in quotes. */
function grouped(notes: readonly ImportNote[]): readonly string[] {
  const groups = new Map<string, ImportNote[]>();
  for (const note of notes) {
    const form = note.message.replace(/"[^"]*"/g, '…');
    groups.set(form, [...(groups.get(form) ?? []), note]);
  }
  return [...groups].map(([form, those]) => {
    const [first] = those;
    if (those.length === 1 && first) return `  ${placeOf(first)}: ${first.message}`;
    const named = those.slice(0, MOST_NAMED).map((note) => {
      const [what] = /"[^"]*"/.exec(note.message) ?? [];
      return what ? `${what} in ${placeOf(note)}` : placeOf(note);
    });
    return `  ${form} (${those.length}): ${named.join(', ')}${those.length > MOST_NAMED ? ', …' : ''}`;
  });
}

const placeOf = ({ key, line }: ImportNote) => (line === undefined ? key : `${key}:${line}`);
