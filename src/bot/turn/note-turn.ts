import type { DialogStart } from '../../dialogs/dialog-start.js';
import type { Memory } from '../../dialogs/memory.js';
import { parseIntent } from '../../dialogs/parse-intent.js';
import type { Route } from '../../dialogs/routing/route.js';
import type { Logbook, LoggedQuestion, LoggedTurn, Outcome } from '../../insights/logbook.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { changedFindings, type Found } from './changed-findings.js';

/** What was asked in a turn, and how it was understood. */
export interface JudgedUtterance {
  readonly text: string;
  readonly verdict: Verdict;
}

/** A turn that is over, as far as the logbook has to know it. */
export interface NotedTurn extends Pick<LoggedTurn, 'at' | 'conversation' | 'language' | 'channel' | 'latencyMs'> {
  readonly decided: Route;
  readonly judged: JudgedUtterance | undefined;
  readonly before: Memory;
  readonly after: Memory;
}

/** How much of a question, or of why an answer did not help, is noted, in UTF-16 units: operators read what it was about. */
const LONGEST_NOTE = 500;

/** Where a question leads: what the customer wants to know, rather than a command or an answer. */
const OF_QUESTIONS: readonly DialogStart['dialog'][] = ['answer', 'section', 'check', 'choose', 'nearest', 'unknown'];

/** Whether the turn was for a question of the customer's, in words: what the logbook counts. */
export const isQuestion = (decided: Route) => decided.kind === 'open' && OF_QUESTIONS.includes(decided.start.dialog);

/** What a turn was for, in a word: the dialog that it opened. */
export const routeName = (decided: Route): string => (decided.kind === 'open' ? decided.start.dialog : decided.kind);

/** What figures tell of a turn: nothing of it is anybody's. */
export interface TurnFacts extends Pick<LoggedTurn, 'findings'>, Pick<LoggedQuestion, 'refusal'> {}

/**
 * Writes into the logbook what a turn leaves there: the turn with its outcome, what it tells of the question before, a rating
 * without a word.
 */
export async function noteTurn(logbook: Logbook, turn: NotedTurn): Promise<TurnFacts> {
  const { decided, judged, before, after, ...common } = turn;
  if (decided.kind === 'ignore' || decided.kind === 'announce') return {};
  const found = changedFindings(before, after);
  const outcome = outcomeOf(decided, found, before, after);
  const question = judged && isQuestion(decided) ? questionOf(judged) : undefined;
  const article = articleOf(decided);
  const { conversation } = common;
  if (outcome === 'verified')
    for (const check of new Set([...found.mended, ...(article === undefined ? [] : [article])]))
      await logbook.settle(conversation, outcome, check);
  // What a person has is whatever was asked last; what was said is about its article.
  else if (outcome === 'handed-off') await logbook.settle(conversation, outcome);
  else if (outcome !== 'silent' && !question) await logbook.settle(conversation, outcome, article);
  await logbook.note({
    ...common,
    route: routeName(decided),
    outcome,
    question,
    article,
    section: sectionOf(decided),
    findings: found.kinds,
  });
  const facts = { findings: found.kinds, refusal: question?.refusal };
  if (decided.kind !== 'note') return facts;
  const { helpful, words } = decided;
  const { at, language } = common;
  const reason = words === undefined ? {} : { reason: words.slice(0, LONGEST_NOTE) };
  await logbook.rate({ at, conversation, language, article: decided.article, helpful, ...reason });
  return facts;
}

function outcomeOf(decided: Route, found: Found, before: Memory, after: Memory): Outcome {
  if (found.mended.length > 0) return 'verified';
  if (after.sent !== undefined && after.sent.reference !== before.sent?.reference) return 'handed-off';
  if (found.kinds && Object.values(found.kinds).every((kind) => kind === 'unknown')) return 'failed';
  if (decided.kind === 'note') return decided.helpful ? 'confirmed' : 'failed';
  if (decided.kind !== 'open') return 'silent';
  const { start } = decided;
  switch (start.dialog) {
    case 'unknown':
    case 'nearest':
      return 'failed';
    case 'feedback':
      return start.said === undefined ? 'silent' : start.said === 'helpful' ? 'confirmed' : 'failed';
    case 'steps':
      return start.why === 'stuck' ? 'failed' : 'silent';
    default:
      return 'silent';
  }
}

function articleOf(decided: Route): string | undefined {
  if (decided.kind === 'note') return decided.article;
  if (decided.kind !== 'open') return undefined;
  const { start } = decided;
  // The article that mends what a check finds has its id.
  if (start.dialog === 'check') return start.check;
  if (start.dialog === 'nearest') {
    const meant = parseIntent(start.intent);
    return meant.kind === 'article' ? meant.id : undefined;
  }
  return 'article' in start ? start.article : undefined;
}

const sectionOf = (decided: Route): number | undefined =>
  decided.kind === 'open' && 'section' in decided.start ? decided.start.section : undefined;

function questionOf({ text, verdict }: JudgedUtterance): LoggedQuestion {
  const intent =
    verdict.kind === 'answer' || verdict.kind === 'nearest' ? verdict.intent : verdict.candidates[0]?.intent;
  return {
    text: text.slice(0, LONGEST_NOTE),
    verdict: verdict.kind,
    confidence: verdict.confidence,
    ...(intent === undefined ? {} : { intent }),
    ...refusalOf(verdict),
  };
}

function refusalOf(verdict: Verdict): Pick<LoggedQuestion, 'refusal' | 'task'> {
  if (verdict.kind === 'nearest')
    return verdict.task === undefined ? {} : { refusal: 'other-task', task: verdict.task };
  if (verdict.kind !== 'unknown') return {};
  if (verdict.otherProduct !== undefined) return { refusal: 'other-product', task: verdict.otherProduct };
  if (verdict.outside) return { refusal: 'service', task: verdict.outside.topic };
  return verdict.task === undefined ? { refusal: 'nothing-known' } : { refusal: 'other-task', task: verdict.task };
}
