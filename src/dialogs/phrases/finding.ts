import type { Doubt, Finding } from '../../checks/finding.js';
import { doubtTexts } from './doubt.js';
import { bullets } from './names.js';
import { noteTexts } from './note.js';
import { problemText } from './problem.js';
import { lookedAtText } from './read-sites.js';
import type { Words } from './words.js';

/** A state is told by its sign and its word, never by colour alone. */
export const SIGNS = { ok: '✅', problem: '⚠️', unknown: '❔' } as const;

/**
 * What a check found, as Markdown: the verdict, the problems by name, what stays unknown and why, what else was seen, and
 * when and where was looked.
 * @param timeZone the customer's, by its IANA name, for the times in it
 */
export function findingText(finding: Finding, t: Words, language: string, timeZone: string): string {
  const head = signLine(SIGNS[finding.kind], t(`finding.word.${finding.kind}`), headline(finding, t), t);
  return [head, ...details(finding, t, language, timeZone), lookedAtText(finding, t, language, timeZone)].join('\n\n');
}

/** "⚠️ **To fix**: …" */
export function signLine(sign: string, word: string, text: string, t: Words): string {
  return t('finding.line', { sign, word, text });
}

/** The verdict in one sentence, without names; it begins small where it may follow a colon. */
export function headline(finding: Finding, t: Words): string {
  const { check } = finding;
  switch (finding.kind) {
    case 'ok': {
      const isWithoutList = finding.notes.some(({ kind }) => kind === 'without-list');
      return isWithoutList ? t('finding.headline.agents.okWithoutList') : t(`finding.headline.${check}.ok`);
    }
    case 'problem':
      return t(`finding.headline.${check}.problem`, { count: finding.problems.length });
    case 'unknown':
      return t(`finding.headline.${check}.unknown`);
  }
}

/**
 * All that stands between the verdict and the time: paragraphs and lists.
 * @param told how many entries of each list, where a chat's eight will not do
 */
export function details(
  finding: Finding,
  t: Words,
  language: string,
  timeZone: string,
  told?: number,
): readonly string[] {
  const notes = noteTexts(finding, t, language, told).join(' ');
  return [...verdictDetails(finding, t, language, timeZone, told), ...(notes === '' ? [] : [notes])];
}

function verdictDetails(
  finding: Finding,
  t: Words,
  language: string,
  timeZone: string,
  told?: number,
): readonly string[] {
  switch (finding.kind) {
    case 'ok':
      return [];
    case 'unknown':
      return [doubtsText(finding.doubts, t, language, timeZone, told)];
    case 'problem': {
      const problems = finding.problems.map((problem) => problemText(problem, t, language, timeZone, told));
      if (finding.doubts.length === 0) return [bullets(problems, t, told)];
      const doubts = doubtsText(finding.doubts, t, language, timeZone, told);
      return [bullets(problems, t, told), t('finding.partial'), doubts];
    }
  }
}

/** One bullet each; a doubt that is told already is not told again. */
export function doubtsText(
  doubts: readonly Doubt[],
  t: Words,
  language: string,
  timeZone: string,
  told?: number,
): string {
  return bullets(doubtTexts(doubts, t, language, timeZone, told), t, told);
}
