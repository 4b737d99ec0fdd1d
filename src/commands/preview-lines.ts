import type { JudgedQuestion } from '../training/is-hit.js';
import type { Change, Preview } from '../training/preview-lesson.js';

/** How many lines of a kind are shown. */
const MOST_SHOWN = 20;

/** What a lesson changes, in lines for the terminal. */
export function previewLines({ taught, won, lost, collisions }: Preview): readonly string[] {
  return [
    ...taught.flatMap(({ before, after }) => [
      `"${after.text}" (${after.language})`,
      `  now   ${meaning(before)}`,
      `  then  ${meaning(after)}`,
    ]),
    `Regression questions: ${won.length} won, ${lost.length} lost`,
    ...some(won.map((change) => `  + ${changed(change)}`)),
    ...some(lost.map((change) => `  - ${changed(change)}`)),
    ...(collisions.length > 0 ? ['It takes from others:'] : []),
    ...some(
      collisions.map(({ line, of, to }) => `  "${line}" belongs to ${of}, and would mean ${to ?? 'nothing known'}`),
    ),
  ];
}

const changed = ({ before, after }: Change) =>
  `"${after.text}" (${after.language}, expected ${after.expect}): ${meaning(before)} → ${meaning(after)}`;

function meaning({ verdict, got, confidence }: JudgedQuestion): string {
  const percent = `${(confidence * 100).toFixed(0)} %`;
  switch (verdict) {
    case 'answer':
      return `${got} (${percent})`;
    case 'choose':
      return `${got}, among others (${percent})`;
    case 'nearest':
      return `${got}, perhaps (${percent})`;
    case 'unknown':
      return 'not answered';
  }
}

const some = (lines: readonly string[]) =>
  lines.length <= MOST_SHOWN ? lines : [...lines.slice(0, MOST_SHOWN), `  … and ${lines.length - MOST_SHOWN} more`];
