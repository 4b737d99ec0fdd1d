import type { Route } from '../../dialogs/routing/route.js';
import type { Logbook, LogEntry } from '../../insights/logbook.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';

/** What was asked in a turn, and how it was understood. */
export interface JudgedUtterance {
  readonly text: string;
  readonly verdict: Verdict;
}

/** How much of a question, or of why an answer did not help, is noted, in UTF-16 units: operators read what it was about. */
const LONGEST_NOTE = 500;

/** Writes into the logbook what a turn leaves there: a new question with its verdict, a rating without a word. */
export async function noteTurn(
  logbook: Logbook,
  common: Pick<LogEntry, 'at' | 'conversation' | 'language'>,
  decided: Route,
  judged: JudgedUtterance | undefined,
): Promise<void> {
  if (judged && decided.kind === 'open') await logbook.note({ ...common, ...entry(judged) });
  if (decided.kind !== 'note') return;
  const { article, helpful, words } = decided;
  await logbook.rate({
    ...common,
    article,
    helpful,
    ...(words === undefined ? {} : { reason: words.slice(0, LONGEST_NOTE) }),
  });
}

function entry({ text, verdict }: JudgedUtterance): Pick<LogEntry, 'text' | 'verdict' | 'confidence' | 'intent'> {
  const intent =
    verdict.kind === 'answer' || verdict.kind === 'nearest' ? verdict.intent : verdict.candidates[0]?.intent;
  return {
    text: text.slice(0, LONGEST_NOTE),
    verdict: verdict.kind,
    confidence: verdict.confidence,
    ...(intent === undefined ? {} : { intent }),
  };
}
