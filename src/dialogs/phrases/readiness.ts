import type { CheckId, Counts, Doubt, Finding } from '../../checks/finding.js';
import type { ReadinessReport } from '../../checks/readiness.js';
import type { ReportRow } from '../../checks/report.js';
import { doubtText } from './doubt.js';
import { details, headline, SIGNS, signLine } from './finding.js';
import { clockTime, dateAndTime } from './moment.js';
import { listed, shown } from './names.js';
import { problemText, subjectOf } from './problem.js';
import { counted, lookedAtText } from './read-sites.js';
import { capitalised } from './team-name.js';
import type { Words } from './words.js';

/** Names told in the line of one check: the report has them all. */
const NAMES_IN_LINE = 3;
const STATE = { ready: 'ok', 'not-ready': 'problem', unclear: 'unknown' } as const;

/** One check of the report, for a card and a page. */
type ReadinessRow = ReportRow & { readonly check: CheckId; readonly detail: string; readonly line: string };

/** The verdict on all checks together, with its sign and word. */
export function readinessVerdict(readiness: ReadinessReport, t: Words): string {
  const { kind } = readiness;
  return signLine(SIGNS[STATE[kind]], t(`finding.readiness.word.${kind}`), verdict(readiness, t), t);
}

/** What follows the rows of the report, as Markdown: what to do first, and when was looked. */
export function readinessText(readiness: ReadinessReport, t: Words, language: string, timeZone: string): string {
  const first = firstThing(readiness.findings, t, language, timeZone);
  const looked = lookedAtAll(readiness, t, language, timeZone);
  return [...(first === null ? [] : [t('finding.readiness.first', { text: first })]), looked].join('\n\n');
}

/** The report as a table: one row per check, in the report's order, with every name that a chat would only count. */
export function readinessRows(
  readiness: ReadinessReport,
  t: Words,
  language: string,
  timeZone: string,
): readonly ReadinessRow[] {
  return readiness.findings.map((finding) => ({
    check: finding.check,
    state: finding.kind,
    sign: SIGNS[finding.kind],
    word: t(`finding.word.${finding.kind}`),
    title: t(`finding.title.${finding.check}`),
    detail: lineDetail(finding, t, language, timeZone),
    line: lineOf(finding, t, language, timeZone),
    text: [
      capitalised(headline(finding, t), language),
      ...details(finding, t, language, timeZone, Number.POSITIVE_INFINITY),
    ].join('\n\n'),
  }));
}

/** All that was counted; else what the key's own check says about the look. */
function lookedAtAll({ findings, at }: ReadinessReport, t: Words, language: string, timeZone: string): string {
  const time = clockTime(at, language, timeZone);
  const what = counted(Object.assign({}, ...findings.map(({ lookedAt }): Counts => lookedAt)), t);
  if (what !== '') return t('finding.looked.at', { time, what });
  const ofKey = findings.find(({ check }) => check === 'api-key');
  return ofKey ? lookedAtText(ofKey, t, language, timeZone) : t('finding.looked.tried', { time });
}

function verdict({ kind, site, findings }: ReadinessReport, t: Words): string {
  const told = { site: shown(site), total: findings.length };
  switch (kind) {
    case 'ready': {
      const isByHand = findings.some((finding) => finding.kind === 'unknown');
      return isByHand ? t('finding.readiness.readyByHand', told) : t('finding.readiness.ready', told);
    }
    case 'not-ready':
      return t('finding.readiness.not-ready', { ...told, count: findings.filter((f) => f.kind === 'problem').length });
    case 'unclear':
      return t('finding.readiness.unclear', {
        ...told,
        count: findings.filter((f) => openDoubt(f) !== undefined).length,
      });
  }
}

function lineOf(finding: Finding, t: Words, language: string, timeZone: string): string {
  const title = t(`finding.title.${finding.check}`);
  const more = lineDetail(finding, t, language, timeZone);
  const text = more === '' ? title : `${title} (${more})`;
  return signLine(SIGNS[finding.kind], t(`finding.word.${finding.kind}`), text, t);
}

function lineDetail(finding: Finding, t: Words, language: string, timeZone: string): string {
  switch (finding.kind) {
    case 'ok':
      return '';
    case 'problem': {
      if (finding.check === 'api-key' || finding.check === 'inbox') return '';
      const names = new Set(finding.problems.map((problem) => subjectOf(problem, t)));
      return listed([...names], t, language, NAMES_IN_LINE);
    }
    case 'unknown': {
      const date = confirmedAt(finding.doubts);
      if (date === null || openDoubt(finding) !== undefined) return '';
      return t('finding.readiness.confirmed', { date: dateAndTime(date, language, timeZone) });
    }
  }
}

/** The first problem of the report, else the first thing that stays unknown; null when nothing is left. */
function firstThing(findings: readonly Finding[], t: Words, language: string, timeZone: string): string | null {
  for (const finding of findings) {
    if (finding.kind !== 'problem') continue;
    const { check, problems } = finding;
    if (check !== 'api-key' && check !== 'inbox') return t(`finding.readiness.todo.${check}`);
    return problems.map((problem) => problemText(problem, t, language, timeZone)).join(' ');
  }
  for (const finding of findings) {
    const doubt = openDoubt(finding);
    if (doubt !== undefined) return doubtText(doubt, t, language, timeZone);
  }
  return null;
}

/** Why a finding is unknown, unless the customer's own word settles it. */
function openDoubt(finding: Finding): Doubt | undefined {
  if (finding.kind !== 'unknown') return undefined;
  return finding.doubts.find((doubt) => doubt.kind !== 'only-by-hand' || doubt.confirmedAt === null);
}

function confirmedAt(doubts: readonly Doubt[]): string | null {
  const told = doubts.find((doubt) => doubt.kind === 'only-by-hand');
  return told?.confirmedAt ?? null;
}
