import { CHECK_IDS } from '../../checks/finding.js';
import type { SeenFinding } from '../../checks/seen-finding.js';
import type { Case, CaseFinding, Look } from '../../handoff/case.js';
import type { ArticleLibrary } from '../article-library.js';
import type { Memory } from '../memory.js';
import { problemText } from '../phrases/problem.js';
import type { Words } from '../phrases/words.js';

/** In whose words, and by whose clock, a case is told: the customer's. */
interface Telling {
  readonly t: Words;
  readonly language: string;
  readonly timeZone: string;
}

/** What a person needs beside the transcript: the question, the article, the steps that are done, what was found in the account. */
export function caseFacts(
  memory: Memory,
  library: ArticleLibrary,
  telling: Telling,
): Pick<Case, 'topic' | 'title' | 'question' | 'steps' | 'findings'> {
  const { topic, question, unfinished, looked } = memory;
  const title = topic === undefined ? undefined : library.find(topic, telling.language)?.title;
  const open = unfinished?.steps;
  const walked = open && library.find(open.article, telling.language);
  const findings = looked
    ? Object.entries(looked.findings).map(([check, now]) => caseFinding(check, now, looked.first?.[check], telling))
    : [];
  return {
    ...(topic === undefined ? {} : { topic }),
    ...(title === undefined ? {} : { title }),
    ...(question === undefined ? {} : { question }),
    ...(open && walked ? { steps: { title: walked.title, done: open.step - 1, total: walked.steps.length } } : {}),
    ...(findings.length > 0 ? { findings: findings.sort(inOrder) } : {}),
  };
}

function caseFinding(check: string, now: SeenFinding, first: SeenFinding | undefined, telling: Telling): CaseFinding {
  return { check, ...(first ? { before: lookOf(first, telling) } : {}), now: lookOf(now, telling) };
}

function lookOf({ kind, at, problems = [] }: SeenFinding, { t, language, timeZone }: Telling): Look {
  return { kind, at, problems: problems.map((problem) => problemText(problem, t, language, timeZone)) };
}

/** As the report tells them. */
function inOrder(a: CaseFinding, b: CaseFinding): number {
  const ids: readonly string[] = CHECK_IDS;
  const place = ({ check }: CaseFinding) => ids.indexOf(check);
  return place(a) - place(b);
}
